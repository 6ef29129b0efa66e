namespace LoginVerification.Exploration;

internal sealed class EnableGateAgreesWithAddGate() : GraphProperty(
    nameof(EnableGateAgreesWithAddGate), PropertyKind.Agreement,
    "a surface that takes numbers and enables verification gives numbers of a class the same answer to both")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var both = Surfaces.Offering(model, EnrolmentAction.SubmitPhone).Intersect(Surfaces.Offering(model, EnrolmentAction.EnableVerification)).ToList();
        if (both.Count == 0)
            return Vacuous("no surface offers both SubmitPhone and EnableVerification");
        foreach (var surface in both)
        {
            foreach (var number in model.ClassIds)
            {
                var adds = model.LetsThrough(number, surface, EnrolmentAction.SubmitPhone);
                var enables = model.LetsThrough(number, surface, EnrolmentAction.EnableVerification);
                if (adds != enables)
                    return Violated($"{surface}, {model.Classes[number.Index].Name}: SubmitPhone is {Word(adds)}, EnableVerification is {Word(enables)}");
            }
        }

        return Proved();
    }

    private static string Word(bool accepted) => accepted ? "accepted" : "refused";
}
