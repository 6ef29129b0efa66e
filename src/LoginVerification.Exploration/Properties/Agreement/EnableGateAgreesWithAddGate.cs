namespace LoginVerification.Exploration;

internal sealed class EnableGateAgreesWithAddGate() : GraphProperty(
    nameof(EnableGateAgreesWithAddGate), PropertyKind.Agreement,
    "a surface that takes numbers and enables verification gives numbers of a class the same answer to both")
{
    internal override bool NeedsGraph => false;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var both = Surfaces.Offering(model, EnrolmentAction.SubmitPhone).Intersect(Surfaces.Offering(model, EnrolmentAction.EnableVerification)).ToList();
        if (both.Count == 0)
            return Vacuous("no surface offers both SubmitPhone and EnableVerification");
        var differing =
            (from surface in both
             from number in model.ClassIds
             let adds = model.LetsThrough(number, surface, EnrolmentAction.SubmitPhone)
             where adds != model.LetsThrough(number, surface, EnrolmentAction.EnableVerification)
             select (surface, id: number, number: model.Classes[number.Index], adds)).OrderByDescending(one => one.number.IsServed).ToList();
        return differing is [var first, ..]
            ? Violated(
                $"{first.surface}, {first.number.Name}{(first.number.IsServed ? "" : ", which no surface takes")}: SubmitPhone is {Word(first.adds)}, EnableVerification is {Word(!first.adds)}",
                differing.Select(one => new Violation { Class = one.number, Surface = one.surface }),
                GateStory.Of(
                    model,
                    first.id,
                    new GateAnswer(EnrolmentAction.SubmitPhone, [first.surface], first.adds),
                    new GateAnswer(EnrolmentAction.EnableVerification, [first.surface], !first.adds)))
            : Proved();
    }

    private static string Word(bool accepted) => accepted ? "accepted" : "refused";
}
