namespace LoginVerification.Exploration;

/// <summary>One thing that is against a property of a policy. What does not apply is null; a class is one of the policy's own. Immutable; compares by value.</summary>
public sealed record Violation
{
    /// <summary>Whose numbers it is about.</summary>
    public NumberClass? Class { get; init; }

    /// <summary>On which surface it shows.</summary>
    public Surface? Surface { get; init; }

    /// <summary>On which screen of the surface it shows.</summary>
    public string? Screen { get; init; }

    /// <summary>What the user chose.</summary>
    public Choice? Choice { get; init; }

    /// <summary>The refusal that the user meets.</summary>
    public RefusalCode? Refusal { get; init; }

    /// <summary>Where a link leads, as <c>surface/screen</c>.</summary>
    public string? Target { get; init; }

    /// <summary>The gating rule that it is about.</summary>
    public string? Rule { get; init; }

    /// <summary>The lifecycle's state in which it shows.</summary>
    public EnrolmentState? State { get; init; }
}
