namespace LoginVerification.Testing;

/// <summary>One promise of a port.</summary>
/// <param name="Name">The promise, as a sentence.</param>
/// <param name="CheckAsync">Puts an adapter to the test; throws <see cref="ContractViolationException"/> when it does not keep the promise.</param>
public sealed record Clause(string Name, Func<Task> CheckAsync)
{
    /// <summary>The promise.</summary>
    public override string ToString() => Name;
}
