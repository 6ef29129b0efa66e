namespace LoginVerification.Exploration;

/// <summary>
/// How far the violation of a property reaches, told so that two policies can be compared: the numbers and surfaces that something is against
/// it for, the starts that are trapped, the kinds of what is against it, and its odds. Screens and counts of states are left out, for both move
/// with any link that is added. It reaches farther where one of the first three has something that was not there before, or the odds are greater.
/// </summary>
internal sealed class ViolationExtent
{
    private readonly ILookup<NumberClass, Surface?> surfaces;
    private readonly ILookup<NumberClass, (Surface, bool WithDevice)> trappedStarts;
    private readonly HashSet<object> kinds;
    private readonly (double, double, double) odds;

    private ViolationExtent(PolicyProperty property, Judgement judged)
    {
        var told = judged[property];
        // Of the lifecycle only the first violation is told.
        surfaces = told.Violations.Where(violation => violation.Class is not null && property is not LifecycleProperty).ToLookup(violation => violation.Class!, violation => violation.Surface);
        trappedStarts = told.TrappedStarts
            .SelectMany(start => start.Device is { } device ? [device] : PolicyModel.Devices, (start, device) => (start, device))
            .ToLookup(trapped => trapped.start.Class, trapped => (trapped.start.Surface, trapped.device));
        kinds = [.. KindsOf(property, told, judged.Evidence)];
        odds = told.Odds;
    }

    /// <summary>Whether a property that two policies violate is violated farther by the second one.</summary>
    public static bool Exceeds(PolicyProperty property, Judgement before, Judgement after)
    {
        var (left, right) = (new ViolationExtent(property, before), new ViolationExtent(property, after));
        return !right.kinds.IsSubsetOf(left.kinds)
            || right.odds.CompareTo(left.odds) > 0
            || (right.surfaces.Count > 0 && NumberClasses.Common(before.Policy, after.Policy).Any(known => right.Exceeds(
                before.Evidence.Model.Classes[known.Left.Index], left, after.Evidence.Model.Classes[known.Right.Index])));
    }

    private bool Exceeds(NumberClass was, ViolationExtent before, NumberClass now) =>
        surfaces[now].Except(before.surfaces[was]).Any() || trappedStarts[now].Except(before.trappedStarts[was]).Any();

    /// <summary>Of the lifecycle and of sign-ins, the inputs by which it is violated; of screens, what is against it, whoever's number it is and wherever.</summary>
    private static IEnumerable<object> KindsOf(PolicyProperty property, PropertyVerdict told, GraphEvidence evidence) => property switch
    {
        LifecycleProperty observer => evidence.ViolationsSeenBy(observer),
        SignInProperty asked => asked.Faults(evidence.SignIns!).Select(fault => (fault.Reason, fault.Input is { } input ? evidence.SignIns!.Inputs[input].Name : null)).Cast<object>(),
        _ => told.Violations.Select(violation => violation.Class is null ? violation : violation with { Class = null, Surface = null, Screen = null, State = null }),
    };
}
