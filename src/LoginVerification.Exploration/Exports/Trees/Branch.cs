namespace LoginVerification.Exploration;

/// <summary>A question: whether a part has a value.</summary>
internal sealed record Branch<TLeaf>(Component Component, int Value, Tree<TLeaf> Yes, Tree<TLeaf> No) : Tree<TLeaf>;
