namespace LoginVerification.Exploration;

internal sealed class EnableGateAgreesWithAddGate() : GraphProperty(
    nameof(EnableGateAgreesWithAddGate), PropertyKind.Agreement,
    "a surface that takes numbers and enables verification gives numbers of a class the same answer to both")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var product = evidence.Product;
        var both = Surfaces.Offering(product, EnrolmentAction.SubmitPhone).Intersect(Surfaces.Offering(product, EnrolmentAction.EnableVerification)).ToList();
        if (both.Count == 0)
            return Vacuous("no surface offers both SubmitPhone and EnableVerification");
        foreach (var surface in both)
        {
            foreach (var (index, known) in product.Classes.Index())
            {
                var (adds, enables) = (product.LetsThrough(index, surface, EnrolmentAction.SubmitPhone), product.LetsThrough(index, surface, EnrolmentAction.EnableVerification));
                if (adds != enables)
                    return Violated($"{surface}, {known.Name}: SubmitPhone is {Word(adds)}, EnableVerification is {Word(enables)}");
            }
        }

        return Proved();
    }

    private static string Word(bool accepted) => accepted ? "accepted" : "refused";
}
