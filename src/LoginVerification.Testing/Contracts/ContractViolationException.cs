namespace LoginVerification.Testing;

/// <summary>An adapter that does not keep what its port promises.</summary>
public sealed class ContractViolationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">A sentence: what was done, what was promised, what came instead.</param>
    /// <param name="cause">What the adapter threw, or null.</param>
    public ContractViolationException(string message, Exception? cause = null)
        : base(message, cause) { }
}
