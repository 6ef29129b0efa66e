namespace LoginVerification.Exploration;

internal sealed class AcceptanceAgrees() : GraphProperty(
    nameof(AcceptanceAgrees), PropertyKind.Agreement, "all surfaces that take numbers give the same answer to numbers of a class")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var product = evidence.Product;
        var surfaces = Surfaces.Offering(product, EnrolmentAction.SubmitPhone);
        var answers = product.Classes.Index().Select(known => (known.Item, Yes: surfaces.ToLookup(surface => product.LetsThrough(known.Index, surface, EnrolmentAction.SubmitPhone)))).ToList();
        if (surfaces.Count < 2)
            return Vacuous("fewer than two surfaces take numbers");
        if (answers.TrueForAll(answer => !answer.Yes[false].Any()))
            return Vacuous("no surface refuses any number");
        return answers.Find(answer => answer.Yes[true].Any() && answer.Yes[false].Any()) is { Item: { } number } split
            ? Violated($"{number.Name}: accepted on {string.Join(", ", split.Yes[true])}, refused on {string.Join(", ", split.Yes[false])}")
            : Proved();
    }
}
