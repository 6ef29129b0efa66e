namespace LoginVerification.Exploration;

/// <summary>One step of a story. Immutable; compares by value.</summary>
/// <param name="Actor">Who takes it.</param>
/// <param name="Action">What is done, for example <c>SubmitPhone</c> or <c>follow "manage" (hidden link)</c>.</param>
/// <param name="Outcome">What comes of it, for example <c>the code is sent</c>; null where the next screen says it all.</param>
/// <param name="State">The lifecycle's state after it.</param>
public sealed record TraceStep(Actor Actor, string Action, string? Outcome, EnrolmentState State)
{
    /// <summary>Where it is taken; null in the lifecycle alone, which has no screens.</summary>
    public Surface? Surface { get; init; }

    /// <summary>The screen where it is taken; null in the lifecycle alone.</summary>
    public string? Screen { get; init; }

    /// <summary>Whose numbers the story is about; null in the lifecycle alone.</summary>
    public NumberClass? Class { get; init; }
}
