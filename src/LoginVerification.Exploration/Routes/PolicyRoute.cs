namespace LoginVerification.Exploration;

/// <summary>What a user of a mobile number meets from a surface's home on the way to <c>VerificationEnabled</c>. Immutable and thread-safe.</summary>
public sealed record PolicyRoute
{
    /// <summary>What stands in <see cref="Carrier"/> for all carriers that no rule names.</summary>
    public const string AnyOtherCarrier = ClassMember.AnyOtherCarrier;

    /// <summary>The surface at whose home the user begins.</summary>
    public required Surface From { get; init; }

    /// <summary>The country of the number.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The carrier, or <see cref="AnyOtherCarrier"/>; null where no rule tells the country's carriers apart.</summary>
    public required string? Carrier { get; init; }

    /// <summary>What the account is: every attribute of the policy in its order; in a matrix, only those that tell the accounts of the cell from others.</summary>
    public required ValueList<AttributeValue> Account { get; init; }

    /// <summary>Whether the user begins with a registered device. Who does not can register one on the way, which is a step.</summary>
    public required bool BeginsWithDevice { get; init; }

    /// <summary>Whether the goal can be reached, across surfaces.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>A shortest way; none where the goal is out of reach. The SMS arrives at once, which is no step.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Where the goal is out of reach: how far a user gets, and what there is to look for; null where it can be reached, and where the country has no numbers.</summary>
    public required Step? DeadEnd { get; init; }

    /// <summary>The first "no" that the user meets on the surface itself, however the rest of the way goes; null where there is none.</summary>
    public required Refusal? Refusal { get; init; }

    /// <summary>The screen of <see cref="From"/> on which that "no" is met; null where there is none, and where the country has no numbers.</summary>
    public required string? RefusedAt { get; init; }

    /// <summary>Whether the country has phone numbers at all.</summary>
    public bool HasNumbers => CountryPlans.MobileIn(Country) is not null;

    /// <summary>The surfaces that the way touches, in that order.</summary>
    public IReadOnlyList<Surface> Surfaces => [.. Steps.Select(step => step.Surface!).Distinct()];
}
