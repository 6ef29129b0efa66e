namespace LoginVerification.Exploration;

internal sealed class SameSurfaceCompletion() : GraphProperty(
    nameof(SameSurfaceCompletion), PropertyKind.Reachability,
    "on every surface, VerificationEnabled can be reached from its home without leaving it, by visible links, for every served class")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        if (evidence.ServedClasses.Count == 0)
            return Vacuous(NoServedClass);
        var missed = from home in model.Screens.Homes
                     from number in evidence.ServedClasses
                     where !PolicyModel.Devices.Any(device => Completes(evidence, PolicyModel.Start(number, home, device)))
                     select new Violation { Surface = home.Surface, Class = model.Classes[number.Index] };
        var all = missed.ToList();
        return all.Count > 0
            ? Violated($"enrolment cannot be completed on {string.Join(", ", all.Select(one => $"{one.Surface} for {one.Class!.Name}"))}", all)
            : Proved();
    }

    private static bool Completes(GraphEvidence evidence, in ModelState start)
    {
        var within = evidence.ReliableMoves with { HiddenLinks = false, OtherSurfaces = false };
        return StateGraph.CanReach(evidence.Model, evidence.Model.Codec.Pack(start), within, evidence.Model.IsEnabled);
    }
}
