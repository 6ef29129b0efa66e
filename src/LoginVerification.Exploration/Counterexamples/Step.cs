namespace LoginVerification.Exploration;

/// <summary>One step on a way through a policy: of a counterexample, of a route, of a walk. What does not apply is null. Immutable; compares by value.</summary>
/// <param name="Action">What is done: a command as <c>SubmitPhone</c>, <c>follow "manage"</c>, <c>open web</c>, or what time and the world do.</param>
public sealed record Step(string Action)
{
    /// <summary>Who takes it.</summary>
    public Actor Actor { get; init; } = Actor.User;

    /// <summary>Where it is taken; null in the lifecycle alone, which has no screens.</summary>
    public Surface? Surface { get; init; }

    /// <summary>The screen where it is taken; null in the lifecycle alone.</summary>
    public string? Screen { get; init; }

    /// <summary>For a followed link, whether it can be seen.</summary>
    public LinkKind? Link { get; init; }

    /// <summary>What comes of it, for example <c>the code is sent</c>; null where the next screen says it all.</summary>
    public string? Outcome { get; init; }

    /// <summary>The lifecycle's state after it; null where it is not told.</summary>
    public EnrolmentState? State { get; init; }

    /// <summary>Whose numbers it is about; null in the lifecycle alone, and where the number is known.</summary>
    public NumberClass? Class { get; init; }

    /// <summary>The action in words, with the kind of a followed link: <c>follow "manage" (hidden link)</c>.</summary>
    public override string ToString() => Link is { } kind ? $"{Action} ({Labels.Of(kind)})" : Action;
}
