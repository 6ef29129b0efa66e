namespace LoginVerification.Exploration;

internal sealed class AcceptanceAgrees() : GraphProperty(
    nameof(AcceptanceAgrees), PropertyKind.Agreement, "all surfaces that take numbers give the same answer to numbers of a class")
{
    internal override bool NeedsGraph => false;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var surfaces = Surfaces.Offering(model, EnrolmentAction.SubmitPhone);
        var answers = model.ClassIds
            .Select(number => (Number: number, Answer: surfaces.ToLookup(surface => model.LetsThrough(number, surface, EnrolmentAction.SubmitPhone))))
            .ToList();
        if (surfaces.Count < 2)
            return Vacuous("fewer than two surfaces take numbers");
        if (answers.TrueForAll(answered => !answered.Answer[false].Any()))
            return Vacuous("no surface refuses any number");
        var splits = answers.Where(split => split.Answer[true].Any() && split.Answer[false].Any()).ToList();
        return splits is [var (number, answer), ..]
            ? Violated(
                $"{model.Classes[number.Index].Name}: accepted on {string.Join(", ", answer[true])}, refused on {string.Join(", ", answer[false])}",
                splits.SelectMany(split => split.Answer[false].Select(surface => new Violation { Class = model.Classes[split.Number.Index], Surface = surface })),
                GateStory.Of(model, number, Answer(false), Answer(true)))
            : Proved();

        GateAnswer Answer(bool isLetThrough) => new(EnrolmentAction.SubmitPhone, [.. answer[isLetThrough]], isLetThrough);
    }
}
