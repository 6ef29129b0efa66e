namespace LoginVerification.Exploration;

/// <summary>A column of the decision table as questions about single parts of the shape.</summary>
internal abstract record Tree<TLeaf>;
