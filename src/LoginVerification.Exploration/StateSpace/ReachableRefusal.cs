namespace LoginVerification.Exploration;

/// <summary>A refusal that a user can meet.</summary>
/// <param name="Position">Where: the first such state.</param>
/// <param name="Screen">The screen.</param>
/// <param name="Class">Whose number it is about.</param>
/// <param name="Column">What was asked.</param>
/// <param name="Refusal">The answer of the production decider, with its ways out.</param>
/// <param name="OwesWayOut">Whether a way out is owed: not where there is nothing to do.</param>
internal sealed record ReachableRefusal(Position Position, Screen Screen, NumberClass Class, ColumnId Column, Refusal Refusal, bool OwesWayOut);
