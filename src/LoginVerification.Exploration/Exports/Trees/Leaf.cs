namespace LoginVerification.Exploration;

/// <summary>An answer that holds for every shape that comes here.</summary>
internal sealed record Leaf<TLeaf>(TLeaf Answer) : Tree<TLeaf>;
