namespace LoginVerification.Exploration;

internal sealed class AcceptanceAgrees() : GraphProperty(
    nameof(AcceptanceAgrees), PropertyKind.Agreement, "all surfaces that take numbers give the same answer to numbers of a class")
{
    internal override bool NeedsGraph => false;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var surfaces = Surfaces.Offering(model, EnrolmentAction.SubmitPhone);
        var answers =
            (from id in model.ClassIds
             from given in model.DevicesThatRulesTellApart
             select (Number: id, Device: given, Answer: surfaces.ToLookup(surface => model.LetsThrough(id, given is true, surface, EnrolmentAction.SubmitPhone)))).ToList();
        if (surfaces.Count < 2)
            return Vacuous("fewer than two surfaces take numbers");
        if (answers.TrueForAll(answered => !answered.Answer[false].Any()))
            return Vacuous("no surface refuses any number");
        var splits = answers.Where(split => split.Answer[true].Any() && split.Answer[false].Any()).ToList();
        return splits is [var (number, device, answer), ..]
            ? Violated(
                $"{model.Classes[number.Index].Name}{Labels.Given(device)}: accepted on {string.Join(", ", answer[true])}, refused on {string.Join(", ", answer[false])}",
                splits.SelectMany(split => split.Answer[false].Select(surface => new Violation { Class = model.Classes[split.Number.Index], Surface = surface })).Distinct(),
                GateStory.Of(model, number, device, Answer(false), Answer(true)))
            : Proved();

        GateAnswer Answer(bool isLetThrough) => new(EnrolmentAction.SubmitPhone, [.. answer[isLetThrough]], isLetThrough);
    }
}
