namespace LoginVerification.Exploration;

/// <summary>
/// A policy as a statechart: a composite state for each surface, in it a state for each screen, and variables for all that an enrolment
/// remembers. Guards and effects are ECMAScript. Its states with their variables are the explorer's states, and its transitions the edges.
/// </summary>
/// <param name="Id">An identifier of the policy.</param>
/// <param name="Name">The policy.</param>
/// <param name="About">What the reader should know first.</param>
/// <param name="Variables">Each with its first value, as ECMAScript writes it.</param>
/// <param name="Script">Functions that guards and effects call, line by line.</param>
/// <param name="Starts">How users begin: where, with which numbers, with a device and without.</param>
/// <param name="Surfaces">Where users are.</param>
/// <param name="Everywhere">What happens wherever a user is.</param>
internal sealed record Chart(
    string Id,
    string Name,
    IReadOnlyList<string> About,
    IReadOnlyList<(string Name, string Value)> Variables,
    IReadOnlyList<string> Script,
    IReadOnlyList<ChartTransition> Starts,
    IReadOnlyList<ChartSurface> Surfaces,
    IReadOnlyList<ChartTransition> Everywhere)
{
    /// <summary>The state before a user begins.</summary>
    public const string Start = "start";

    /// <summary>The state of every user who began.</summary>
    public const string Begun = "user";
}

/// <summary>A surface of a chart.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">What the policy calls it.</param>
/// <param name="Home">The identifier of its home.</param>
/// <param name="Openings">How the others are opened.</param>
/// <param name="Screens">Its screens.</param>
internal sealed record ChartSurface(string Id, string Name, string Home, IReadOnlyList<ChartTransition> Openings, IReadOnlyList<ChartScreen> Screens);

/// <summary>A screen of a chart.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its surface and what the policy calls it.</param>
/// <param name="Transitions">What happens there alone.</param>
internal sealed record ChartScreen(string Id, string Name, IReadOnlyList<ChartTransition> Transitions);

/// <summary>A transition of a chart. No state has two for one event.</summary>
/// <param name="Event">An identifier of what is done.</param>
/// <param name="Label">What is done, in words.</param>
/// <param name="Guard">When it can be done.</param>
/// <param name="Effect">Statements; none where the variables stay.</param>
/// <param name="Target">The screen where it leads, or null where the user stays.</param>
internal sealed record ChartTransition(string Event, string Label, string Guard, string Effect, string? Target);
