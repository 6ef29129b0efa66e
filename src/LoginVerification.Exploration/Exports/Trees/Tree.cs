namespace LoginVerification.Exploration;

/// <summary>A column of the decision table as questions about single parts of the shape.</summary>
internal abstract record Tree<TLeaf>;

/// <summary>A question: whether a part has a value.</summary>
internal sealed record Branch<TLeaf>(Component Component, int Value, Tree<TLeaf> Yes, Tree<TLeaf> No) : Tree<TLeaf>;

/// <summary>An answer that holds for every shape that comes here.</summary>
internal sealed record Leaf<TLeaf>(TLeaf Answer) : Tree<TLeaf>;
