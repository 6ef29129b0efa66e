namespace LoginVerification.Exploration;

internal sealed class AcceptanceAgrees() : GraphProperty(
    nameof(AcceptanceAgrees), PropertyKind.Agreement, "all surfaces that take numbers give the same answer to numbers of a class")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var surfaces = Surfaces.Offering(model, EnrolmentAction.SubmitPhone);
        var answers = model.ClassIds
            .Select(number => surfaces.ToLookup(surface => model.LetsThrough(number, surface, EnrolmentAction.SubmitPhone)))
            .ToList();
        if (surfaces.Count < 2)
            return Vacuous("fewer than two surfaces take numbers");
        if (answers.TrueForAll(answer => !answer[false].Any()))
            return Vacuous("no surface refuses any number");
        return answers.FindIndex(answer => answer[true].Any() && answer[false].Any()) is >= 0 and var split
            ? Violated($"{model.Classes[split].Name}: accepted on {string.Join(", ", answers[split][true])}, refused on {string.Join(", ", answers[split][false])}")
            : Proved();
    }
}
