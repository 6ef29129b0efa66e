namespace LoginVerification.Policies;

/// <summary>A policy that is not valid, with every error at once.</summary>
public sealed class PolicyInvalidException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errors">At least one error.</param>
    public PolicyInvalidException(IReadOnlyList<PolicyError> errors)
        : base($"The policy is not valid:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}") => Errors = errors;

    /// <summary>Every error.</summary>
    public IReadOnlyList<PolicyError> Errors { get; }
}
