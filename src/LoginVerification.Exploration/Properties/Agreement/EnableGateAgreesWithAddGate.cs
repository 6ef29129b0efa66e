namespace LoginVerification.Exploration;

internal sealed class EnableGateAgreesWithAddGate() : GraphProperty(
    nameof(EnableGateAgreesWithAddGate), PropertyKind.Agreement,
    "a surface that takes numbers and enables verification gives numbers of a served class the same answer to both")
{
    internal override bool NeedsGraph => false;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        if (evidence.ServedClasses.Count == 0)
            return Vacuous(NoServedClass);
        var both = Surfaces.Offering(model, EnrolmentAction.SubmitPhone).Intersect(Surfaces.Offering(model, EnrolmentAction.EnableVerification)).ToList();
        if (both.Count == 0)
            return Vacuous("no surface offers both SubmitPhone and EnableVerification");
        var differing =
            (from surface in both
             from number in evidence.ServedClasses
             from device in model.DevicesThatRulesTellApart
             let adds = model.LetsThrough(number, device is true, surface, EnrolmentAction.SubmitPhone)
             where adds != model.LetsThrough(number, device is true, surface, EnrolmentAction.EnableVerification)
             select (surface, id: number, number: model.Classes[number.Index], device, adds)).ToList();
        return differing is [var first, ..]
            ? Violated(
                $"{first.surface}, {first.number.Name}{Labels.Given(first.device)}: SubmitPhone is {Word(first.adds)}, EnableVerification is {Word(!first.adds)}",
                differing.Select(one => new Violation { Class = one.number, Surface = one.surface }).Distinct(),
                GateStory.Of(
                    model,
                    first.id,
                    first.device,
                    new GateAnswer(EnrolmentAction.SubmitPhone, [first.surface], first.adds),
                    new GateAnswer(EnrolmentAction.EnableVerification, [first.surface], !first.adds)))
            : Proved();
    }

    private static string Word(bool accepted) => accepted ? "accepted" : "refused";
}
