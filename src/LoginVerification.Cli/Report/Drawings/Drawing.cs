namespace LoginVerification.Cli;

/// <summary>A drawing for people, not yet laid out.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">The same as a sentence, for who does not see it.</param>
/// <param name="Dot">It in the language of Graphviz.</param>
/// <param name="Moves">Each arrow in words.</param>
internal sealed record Drawing(string Title, string Description, string Dot, IReadOnlyList<string> Moves);
