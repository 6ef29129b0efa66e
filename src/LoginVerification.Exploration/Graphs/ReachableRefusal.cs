namespace LoginVerification.Exploration;

/// <summary>A refusal that a user can meet.</summary>
/// <param name="Position">Where, as a position in the order of the graph: the first such state.</param>
/// <param name="Page">The screen.</param>
/// <param name="Class">Whose number it is about.</param>
/// <param name="Input">What was asked.</param>
/// <param name="Refusal">The answer of the production decider, with its ways out.</param>
/// <param name="OwesWayOut">Whether a way out is owed: not where there is nothing to do.</param>
internal sealed record ReachableRefusal(int Position, Page Page, NumberClass Class, Input Input, Refusal Refusal, bool OwesWayOut)
{
    public bool IsShown => Page.Screen.ShowsWaysOut;
}
