namespace LoginVerification;

/// <summary>What a sign-in needs beside the password. A closed set. Immutable; compares by value.</summary>
[JsonDerivedType(typeof(PasswordOnly))]
[JsonDerivedType(typeof(Verify))]
[JsonDerivedType(typeof(Blocked))]
public abstract record LoginRequirement
{
    private LoginRequirement() { }

    /// <summary>Which answer it is, as JSON names it: <c>passwordOnly</c>, <c>verify</c> or <c>blocked</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        PasswordOnly => "passwordOnly",
        Verify => "verify",
        Blocked => "blocked",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Verification is not enabled.</summary>
    public sealed record PasswordOnly : LoginRequirement;

    /// <summary>The user has to answer over the channel.</summary>
    /// <param name="Channel">The active channel.</param>
    public sealed record Verify(VerificationChannel Channel) : LoginRequirement;

    /// <summary>Verification is enabled and cannot be done, or nobody can tell. Never let the password alone suffice; take the host's recovery.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Blocked(BlockReason Reason) : LoginRequirement;
}
