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
        var splits = model.Classes.Zip(answers).Where(split => split.Second[true].Any() && split.Second[false].Any()).ToList();
        return splits is [var (number, answer), ..]
            ? Violated(
                $"{number.Name}: accepted on {string.Join(", ", answer[true])}, refused on {string.Join(", ", answer[false])}",
                splits.SelectMany(split => split.Second[false].Select(surface => new Violation { Class = split.First, Surface = surface })))
            : Proved();
    }
}
