namespace LoginVerification.Exploration;

/// <summary>A guarded command: one label, and one step of the model in each state where the guard holds.</summary>
/// <param name="Label">What is done and where.</param>
/// <param name="Guard">An expression in what Promela and Rumur share.</param>
internal sealed record ModelCommand(string Label, string Guard)
{
    /// <summary>What changes the enrolment, or null where it stays.</summary>
    public string? Procedure { get; init; }

    /// <summary>What variables are set to.</summary>
    public IReadOnlyList<(string Variable, string Value)> Assignments { get; init; } = [];

    /// <summary>Whether the message is forgotten if nothing depends on it any more.</summary>
    public bool SettlesMessage { get; init; }

    /// <summary>Whether it is a misfortune, that nobody may count on.</summary>
    public bool IsAdverse { get; init; }
}
