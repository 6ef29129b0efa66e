namespace LoginVerification.Policies;

/// <summary>Something about an account that gating rules ask for, and the host states. Immutable and thread-safe.</summary>
public sealed record AccountAttribute
{
    /// <summary>Its name, unique in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>The values that it can have: 2 to <see cref="PolicyLimits.MaxAttributeValues"/> names. The first is what routes and walks take an account to have of which nothing is stated.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
