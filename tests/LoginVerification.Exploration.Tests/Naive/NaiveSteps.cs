namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Everything that can happen next.</summary>
internal sealed class NaiveSteps(NaivePolicy policy, NaiveService service)
{
    private readonly NaiveUser user = new(policy, service);
    private readonly NaiveWorld world = new(service);

    /// <param name="place">Where the user stands.</param>
    /// <param name="look">Sees everything that is tried, also what comes to nothing.</param>
    public IReadOnlyList<NaiveStep> From(NaivePlace place, Action<NaiveTried> look)
    {
        var screen = policy.ScreenOf(place);
        return
        [
            .. Exits(place),
            .. Deliveries(place),
            .. Devices(place, screen),
            .. service.Timers(place).Select(timer => new NaiveStep($"end of the {timer.Timer}", NaiveKind.Time, timer.After)),
            .. screen.Actions.Where(offer => NaivePolicy.Holds(offer.When, place)).SelectMany(offer => user.Steps(place, screen, offer, look)),
            .. world.Steps(place, look),
        ];
    }

    /// <summary>Links are followed, and surfaces opened at their home.</summary>
    public IEnumerable<NaiveStep> Exits(NaivePlace place)
    {
        foreach (var (index, link) in policy.ScreenOf(place).Links.Index().Where(link => NaivePolicy.Holds(link.Item.When, place)))
        {
            var to = link.To.Split('/');
            var kind = link.Kind == LinkKind.Visible ? NaiveKind.User : NaiveKind.HiddenLink;
            yield return new NaiveStep($"link {index}", kind, place with { Surface = to.Length == 2 ? to[0] : place.Surface, Screen = to[^1] });
        }

        foreach (var surface in policy.Document.Surfaces.Where(surface => (surface.Name, surface.Home) != (place.Surface, place.Screen)))
            yield return new NaiveStep($"open {surface.Name}", NaiveKind.User, place with { Surface = surface.Name, Screen = surface.Home });
    }

    private IEnumerable<NaiveStep> Deliveries(NaivePlace place)
    {
        if (place.Sms != NaivePlace.OnItsWay)
            yield break;
        yield return new NaiveStep("the SMS arrives", NaiveKind.Delivery, place with { Sms = NaivePlace.Arrived });
        if (policy.LosesSms(place))
            yield return new NaiveStep("the SMS is lost", NaiveKind.Adversity, place with { Sms = NaivePlace.Lost });
    }

    private IEnumerable<NaiveStep> Devices(NaivePlace place, ScreenDocument screen)
    {
        if (place.Device)
            yield return new NaiveStep("the device is lost", NaiveKind.Adversity, place with { Device = false });
        else if (policy.OffersTheApp(screen, place))
            yield return new NaiveStep("register a device", NaiveKind.User, place with { Device = true });
    }
}
