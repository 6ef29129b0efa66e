namespace LoginVerification.Exploration;

internal sealed class RefusalHasWayOut() : GraphProperty(
    nameof(RefusalHasWayOut), PropertyKind.Agreement, "every refusal that a user can meet has a way out, and the screen shows it")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var owed = false;
        foreach (var refused in evidence.Refusals)
        {
            if (!refused.OwesWayOut)
                continue;
            owed = true;
            if (refused.Refusal.WaysOut.Count > 0 && refused.Screen.ShowsWaysOut)
                continue;
            var story = evidence.StoryTo(refused);
            var what = refused.Refusal.WaysOut.Count > 0 ? "the screen shows no way out" : "there is no way out";
            return Violated($"{refused.Screen}, {refused.Class.Name}: {evidence.Table[refused.Column].Name}: {refused.Refusal.Code}, and {what}", story);
        }

        return owed ? Proved() : Vacuous("nothing is ever refused");
    }
}
