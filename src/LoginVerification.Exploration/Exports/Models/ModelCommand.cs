namespace LoginVerification.Exploration;

/// <summary>A guarded command: one label, and one step of the model in each state where the condition holds.</summary>
/// <param name="Action">What is done, wherever it is done.</param>
/// <param name="Guard">An expression in what Promela, Rumur and ECMAScript share; it says nothing of the screen.</param>
internal sealed record ModelCommand(string Action, string Guard)
{
    /// <summary>What is done and where.</summary>
    public string Label { get; init; } = Action;

    /// <summary>Who does it.</summary>
    public Actor Actor { get; init; } = Actor.User;

    /// <summary>The only screen where it is done, or null.</summary>
    public string? Screen { get; init; }

    /// <summary>The only screen where it is not done, or null.</summary>
    public string? Except { get; init; }

    /// <summary>The screen where it leads, or null where the user stays.</summary>
    public string? Target { get; init; }

    /// <summary>What changes the enrolment, or null where it stays.</summary>
    public string? Procedure { get; init; }

    /// <summary>Whether a code is sent; an expression says when it is the one that was sent before, and null that it never is.</summary>
    public bool SendsCode { get; init; }

    /// <summary>See <see cref="SendsCode"/>; it is asked before the enrolment changes.</summary>
    public string? SendsSameCode { get; init; }

    /// <summary>What message and device are set to.</summary>
    public IReadOnlyList<(string Variable, string Value)> Settings { get; init; } = [];

    /// <summary>Whether the message is forgotten if nothing depends on it any more.</summary>
    public bool SettlesMessage { get; init; }

    /// <summary>Whether it is a misfortune, that nobody may count on.</summary>
    public bool IsAdverse { get; init; }

    /// <summary>The guard, and where the user has to be.</summary>
    public string Condition => TreeWriter.And(
        Screen is null ? "true" : ModelNames.Is(ModelNames.Screen, Screen),
        Except is null ? "true" : $"{ModelNames.Screen} != {Except}",
        Guard);

    /// <summary>What variables are set to, the screen first.</summary>
    public IEnumerable<(string Variable, string Value)> Assignments => Target is null ? Settings : [(ModelNames.Screen, Target), .. Settings];
}
