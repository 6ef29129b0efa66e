namespace LoginVerification.Exploration;

internal sealed class SameSurfaceCompletion() : GraphProperty(
    nameof(SameSurfaceCompletion), PropertyKind.Reachability,
    "on every surface that offers some action, VerificationEnabled can be reached from its home without leaving it, by visible links, for every served class")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        if (evidence.ServedClasses.Count == 0)
            return Vacuous(NoServedClass);
        var homes = model.Screens.Homes.Where(home => model.Screens.Screens.Any(screen => screen.Surface == home.Surface && screen.Offers.Count > 0)).ToList();
        var missed = from home in homes
                     from number in evidence.ServedClasses
                     where !PolicyModel.Devices.Any(device => Completes(evidence, PolicyModel.Start(number, home, device)))
                     select (home, number, Violation: new Violation { Surface = home.Surface, Class = model.Classes[number.Index] });
        var all = missed.ToList();
        return all is [var (from, of, _), ..]
            ? Violated(
                $"enrolment cannot be completed on {string.Join(", ", all.Select(one => $"{one.Violation.Surface} for {one.Violation.Class!.Name}"))}",
                all.Select(one => one.Violation),
                evidence.DeadEndFrom(PolicyModel.Start(of, from, device: true), Within(evidence), $"nothing offers it on {from.Surface} that visible links lead to"))
            : Proved();
    }

    private static bool Completes(GraphEvidence evidence, in ModelState start) =>
        evidence.CanReach(Within(evidence), start, Within(evidence), evidence.Model.IsEnabled);

    private static Filter Within(GraphEvidence evidence) => evidence.ReliableMoves with { HiddenLinks = false, OtherSurfaces = false };
}
