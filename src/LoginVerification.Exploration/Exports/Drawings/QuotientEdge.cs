namespace LoginVerification.Exploration;

/// <summary>Everything that leads from one node to another in plain sight, or everything that does so unseen.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsVisible">Whether a user sees it; what is no link is seen.</param>
/// <param name="Actions">What is done, each once.</param>
internal sealed record QuotientEdge(QuotientNode From, QuotientNode To, bool IsVisible, IReadOnlyList<string> Actions);
