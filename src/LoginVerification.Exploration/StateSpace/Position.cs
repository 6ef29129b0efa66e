namespace LoginVerification.Exploration;

/// <summary>Names a state by its place in the breadth-first order of a <see cref="StateGraph"/>.</summary>
internal readonly record struct Position(int Index);
