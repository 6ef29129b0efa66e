namespace LoginVerification.Exploration;

/// <summary>A step from a state with a way to the goal into one without. Immutable.</summary>
/// <param name="Surface">Where it is taken.</param>
/// <param name="Screen">The screen where it is taken.</param>
/// <param name="Class">Whose numbers it is about.</param>
/// <param name="Action">What is done.</param>
/// <param name="Consequence">What comes of it and what is missing then, for example <c>the code is sent, and no visible screen takes it</c>.</param>
/// <param name="TrappedStates">How many different states without a way it leads into.</param>
public sealed record TrapEntry(Surface Surface, string Screen, NumberClass Class, string Action, string Consequence, int TrappedStates)
{
    /// <summary>The shortest counterexample that ends with it.</summary>
    public required IReadOnlyList<Step> Trace { get; init; }

    /// <summary>In one line: <c>mobileWeb/addPhone, IL: SubmitPhone: the code is sent, and no visible screen takes it</c>.</summary>
    public override string ToString() => $"{Surface}/{Screen}, {Class.Name}: {Action}: {Consequence}";
}
