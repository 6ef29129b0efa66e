namespace LoginVerification.Exploration;

internal sealed class SameSurfaceCompletion() : GraphProperty(
    nameof(SameSurfaceCompletion), PropertyKind.Reachability,
    "on every surface, VerificationEnabled can be reached from its home without leaving it, by visible links, for every served class")
{
    private static readonly bool[] Devices = [false, true];

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var product = evidence.Product;
        var within = evidence.ReliableMoves with { HiddenLinks = false, OtherSurfaces = false };
        var served = product.Classes.Index().Where(known => known.Item.IsServed).ToList();
        var missed = new List<string>();
        foreach (var home in product.Site.Homes)
        {
            foreach (var (index, known) in served)
            {
                if (!Devices.Any(device => Completes(product, new ModelState(index, home, 0, device, SmsDelivery.None), within, evidence)))
                    missed.Add($"{product.Site.Pages[home].Surface} for {known.Name}");
            }
        }

        return served.Count == 0 ? Vacuous("no class of numbers is served")
            : missed.Count > 0 ? Violated($"enrolment cannot be completed on {string.Join(", ", missed)}")
            : Proved();
    }

    private static bool Completes(PolicyModel product, ModelState start, Filter within, GraphEvidence evidence) =>
        StateGraph.Search(product, product.IndexOf(start), within, evidence.IsEnabled).Goal >= 0;
}
