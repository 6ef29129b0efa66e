namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>
/// A second explorer, written from the policy's page and the definitions of the properties alone. It has a queue, a dictionary of texts and
/// the real service, to which it gives every command; nothing is tabulated, grouped, packed or left out because it is known already.
/// </summary>
internal sealed class NaiveExplorer : IDisposable
{
    private readonly NaivePolicy policy;
    private readonly NaiveService service;
    private readonly NaiveSteps steps;
    private readonly NaiveGraph graph = new();
    private readonly NaiveWatch watch = new();
    private readonly NaiveRefusals refusals = new();

    public NaiveExplorer(PolicyDocument document, int numbers)
    {
        policy = new NaivePolicy(document);
        service = new NaiveService(policy, numbers);
        steps = new NaiveSteps(policy, service);
    }

    /// <summary>An explorer of a policy with the limits of a scale.</summary>
    public static NaiveExplorer At(PolicyDocument policy, ExplorationScale scale) => new(
        policy with
        {
            Code = policy.Code with { WrongTries = scale.WrongTries, Digits = Math.Max(6, policy.Code.Digits) },
            Lock = policy.Lock with { EveryFailures = scale.EveryFailures, FinalFailures = scale.FinalFailures },
            Sending = policy.Sending with { PerNumber = scale.SendsPerNumber, PerAccount = scale.SendsPerAccount },
        },
        scale.Numbers);

    public int Classes => policy.Classes.Count;

    public int States => graph.Places.Count;

    public long Edges { get; private set; }

    public int Depth { get; private set; }

    public void Explore()
    {
        foreach (var known in policy.Classes.Keys)
        {
            foreach (var surface in policy.Document.Surfaces)
                StartsAt(known, surface);
        }

        Walk();
    }

    /// <summary>Explores from the places where an earlier policy left its users.</summary>
    public void ExploreFrom(IEnumerable<NaivePlace> left)
    {
        foreach (var place in left)
            graph.Find(place);
        Walk();
    }

    /// <summary>The places from which somebody can still come to be protected, without the help of adversity.</summary>
    public IReadOnlyList<NaivePlace> Hopeful() => [.. Free(NaiveKind.Adversity).Select(place => graph.Places[place])];

    public string Pattern() => graph.Pattern();

    public string NoTrap() => Verdict(Traps(NaiveKind.Adversity) == 0);

    public string NoTrapVisible() => Verdict(Traps(NaiveKind.Adversity, NaiveKind.HiddenLink) == 0);

    /// <summary>Places of served numbers that can come to be protected with the staff's help alone.</summary>
    public int StaffOnly() => Traps(NaiveKind.Adversity, NaiveKind.Staff) - Traps(NaiveKind.Adversity);

    public string EnabledReachable() => Verdict(policy.Served().All(known => graph.Places.Any(place => place.Class == known && IsEnabled(place))));

    public string EveryScreenReachable() => Verdict(Pages().All(page => graph.Places.Any(page.Has)));

    public string LinksCanBeFollowed() => Pages().All(page => page.Screen.Links.Count == 0) ? "Vacuous"
        : Verdict(Pages().All(page => page.Screen.Links.All(link => graph.Places.Any(place => page.Has(place) && NaivePolicy.Holds(link.When, place)))));

    public string OffersCanHappen() => Verdict(Pages().All(page => page.Screen.Actions.All(offer =>
        graph.Edges.Index().Any(place => page.Has(graph.Places[place.Index]) && place.Item.Any(edge => edge.Kind is NaiveKind.User && edge.Accepted?.Action == offer.Action)))));

    /// <summary>Beginning with a device or without, whoever can come to be protected by SMS can come to be protected by the app.</summary>
    public string AlternativeToSms()
    {
        var (sms, push) = (Before(VerificationChannel.Sms), Before(VerificationChannel.AppPush));
        var enabling = policy.Served().SelectMany(known => policy.Document.Surfaces, StartsAt).Where(starts => starts.Any(sms.Contains)).ToList();
        return enabling.Count == 0 ? "Vacuous" : Verdict(enabling.All(starts => starts.Any(push.Contains)));
    }

    public string NoPlantedNumber() => watch.NoPlantedNumber();

    public string NoSilentDisable() => watch.NoSilentDisable();

    public string RefusalHasWayOut() => !refusals.Found.Any() ? "Vacuous" : Verdict(DeadEnds.Count == 0);

    /// <summary>Refusals that owe a way out, and show none or name none that leads on: the first few.</summary>
    public IReadOnlyList<NaiveRefusal> DeadEnds => field ??= [.. new NaiveWays(graph, policy, service, steps).DeadEnds(refusals.Found).Take(10)];

    public void Dispose() => service.Dispose();

    private void Walk()
    {
        var endOfLevel = States;
        for (var at = 0; at < States; at++)
        {
            if (at == endOfLevel)
            {
                Depth++;
                endOfLevel = States;
            }

            var next = steps.From(graph.Places[at], tried =>
            {
                watch.Look(tried);
                refusals.Look(tried);
            });
            Assert.Equal(next.Count, next.Select(step => step.Label).Distinct().Count());
            Edges += next.Count;
            graph.Add(next);
        }
    }

    /// <summary>How many places of served numbers cannot come to be protected, if steps of some kinds are not hoped for.</summary>
    private int Traps(params NaiveKind[] unhoped)
    {
        var (free, served) = (Free(unhoped), policy.Served().ToHashSet());
        return graph.Places.Index().Count(place => !free.Contains(place.Index) && served.Contains(place.Item.Class));
    }

    private HashSet<int> Free(params NaiveKind[] unhoped) =>
        graph.Before(graph.Places.Index().Where(place => IsEnabled(place.Item)).Select(place => place.Index), edge => !unhoped.Contains(edge.Kind));

    /// <summary>The places from which a channel can come to protect.</summary>
    private HashSet<int> Before(VerificationChannel channel) =>
        graph.Before(graph.Places.Index().Where(place => place.Item.Account.Protection == channel).Select(place => place.Index), edge => edge.Kind is not NaiveKind.Adversity);

    private int[] StartsAt(string known, SurfaceDocument surface) =>
        [.. new[] { false, true }.Select(device => graph.Find(new NaivePlace(known, surface.Name, surface.Home, NaiveAccount.New, device, NaivePlace.NoSms)))];

    private IEnumerable<NaivePage> Pages() => policy.Document.Surfaces.SelectMany(surface => surface.Screens, (surface, screen) => new NaivePage(surface, screen));

    private static bool IsEnabled(NaivePlace place) => place.Account.State == "VerificationEnabled";

    private static string Verdict(bool holds) => holds ? "Proved" : "Violated";
}

/// <summary>A page of a surface.</summary>
internal readonly record struct NaivePage(SurfaceDocument Surface, ScreenDocument Screen)
{
    public bool Has(NaivePlace place) => place.Surface == Surface.Name && place.Screen == Screen.Name;
}
