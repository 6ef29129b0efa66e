namespace LoginVerification.Exploration;

/// <summary>A guarded command: one label, and one step of the model in each state where the guard holds.</summary>
/// <param name="Label">What is done and where.</param>
/// <param name="Guard">An expression in what Promela and Rumur share.</param>
internal sealed record ModelCommand(string Label, string Guard)
{
    /// <summary>What changes the enrolment, or null where it stays.</summary>
    public string? Procedure { get; init; }

    /// <summary>Whether a code is sent; an expression says when it is the one that was sent before, and null that it never is.</summary>
    public bool SendsCode { get; init; }

    /// <summary>See <see cref="SendsCode"/>; it is asked before the enrolment changes.</summary>
    public string? SendsSameCode { get; init; }

    /// <summary>What variables are set to.</summary>
    public IReadOnlyList<(string Variable, string Value)> Assignments { get; init; } = [];

    /// <summary>Whether the message is forgotten if nothing depends on it any more.</summary>
    public bool SettlesMessage { get; init; }

    /// <summary>Whether it is a misfortune, that nobody may count on.</summary>
    public bool IsAdverse { get; init; }
}
