using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Sample.Tests.Crawling;

/// <summary>One account that takes a path through the pages, step by step, and tells where it stands.</summary>
internal sealed class Traveller : IDisposable
{
    private static readonly TimeSpan LongerThanANumberWaits = TimeSpan.FromHours(25);
    private static int travellers;

    private readonly SampleProcess sample;
    private readonly EnrolmentPolicy policy;
    private readonly StatusReader statuses;
    private readonly string country;
    private readonly Visitor visitor;
    private AccountId account = null!;
    private bool arrived;

    private Traveller(SampleProcess sample, EnrolmentPolicy policy, StatusReader statuses, string country)
    {
        (this.sample, this.policy, this.statuses, this.country) = (sample, policy, statuses, country);
        visitor = new Visitor(sample.Addresses[policy.Name]);
    }

    /// <summary>Where it stands now.</summary>
    public Node Node { get; private set; } = null!;

    /// <summary>What the page offers: its forms, and those of the part behind "Not received a text message?".</summary>
    public IReadOnlyList<string> Offers { get; private set; } = [];

    /// <summary>The links of the page, and those of the messages on the phone that this screen speaks of.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    /// <summary>What can be done here.</summary>
    public IReadOnlyList<Move> Moves { get; private set; } = [];

    /// <summary>A new account at the home of a surface.</summary>
    public static async Task<Traveller> SetOutAsync(SampleProcess sample, EnrolmentPolicy policy, StatusReader statuses, string country, Surface surface)
    {
        var traveller = new Traveller(sample, policy, statuses, country);
        await traveller.visitor.RegisterAsync(surface.Name);
        traveller.account = await statuses.FindAsync(traveller.visitor.Email);
        await traveller.visitor.OpenSettingsAsync(surface.Name);
        await traveller.LookAsync();
        return traveller;
    }

    /// <summary>Takes a step. What is returned is what the page says where it refuses what it offered, or null.</summary>
    public async Task<string?> TakeAsync(Move move)
    {
        string? refusal = null;
        switch (move)
        {
            case Move.Follow follow:
                await visitor.FollowAsync(follow.Selector);
                break;
            case Move.Act act:
                refusal = await ActAsync(act.Action, act.IsLost);
                break;
            case Move.SayStop:
                await visitor.PostAsync("form[action='/sample/phone/write']", ("text", "STOP"));
                break;
            case Move.Wait:
                sample.Wait(LongerThanANumberWaits);
                await visitor.ReloadAsync();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        await LookAsync();
        return refusal;
    }

    /// <summary>Back to a screen that it came from, as the browser's own button does.</summary>
    public async Task BackAsync(Node node)
    {
        var parts = node.Screen.Split('/');
        await visitor.OpenAsync($"/{parts[0]}/{Owner.Pages}/screens/{parts[1]}");
        await LookAsync();
    }

    public void Dispose() => visitor.Dispose();

    private async Task<string?> ActAsync(EnrolmentAction action, bool isLost)
    {
        var screen = Model.ScreenOf(policy, Node.Screen);
        if (visitor.Page.QuerySelector("main [data-reauthenticate]") is not null)
            await AuthenticateAgainAsync();
        if (action is EnrolmentAction.ResendCode)
            sample.Wait(TimeSpan.FromMinutes(1));
        var selector = $"main form[data-action={action}]";
        if (visitor.Page.QuerySelector(selector) is null)
            await visitor.FollowAsync("a[data-part=not-received]");
        if (isLost)
            await visitor.PostAsync("form[action='/sample/phone/power']", ("off", "true"));
        var before = visitor.Codes.Count;
        await visitor.PostAsync(selector, Given(action));
        var alert = visitor.Page.QuerySelector("main [role=alert]");
        var refusal = alert is null && (int)visitor.Status < 400 ? null : $"{visitor.Status}, {string.Join(' ', (alert?.TextContent ?? visitor.Main).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        if (isLost)
            await visitor.PostAsync("form[action='/sample/phone/power']", ("off", "false"));
        if (refusal is not null)
            return IsForeseen(action, screen.Surface) ? null : refusal;
        if (action is EnrolmentAction.SubmitPhone or EnrolmentAction.ResendCode)
            arrived = visitor.Codes.Count > before;
        var landing = policy.Screens[screen.LandingAfter(action)].ToString();
        Assert.True(visitor.Screen == landing, $"{action} on {screen} led to {visitor.Screen}, and the model says {landing}.");
        return null;
    }

    /// <summary>Whether a refusal is the policy's: of a code that did not arrive, and of a number of a country that the surface does not serve.</summary>
    private bool IsForeseen(EnrolmentAction action, Surface surface) => action switch
    {
        EnrolmentAction.ConfirmCode => !arrived,
        EnrolmentAction.SubmitPhone => !policy.ServedCountries(surface).Contains(CountryCode.Parse(country)),
        _ => false,
    };

    /// <summary>A mobile number of the country; each has another one.</summary>
    private string NumberOf(int number) => country == "IL" ? FormattableString.Invariant($"+97250{2_000_000 + number}") : FormattableString.Invariant($"+4915112{300_000 + number}");

    private (string, string)[] Given(EnrolmentAction action) => action switch
    {
        EnrolmentAction.SubmitPhone => [("number", NumberOf(Interlocked.Increment(ref travellers)))],
        EnrolmentAction.ConfirmCode => [("code", NewestCode)],
        EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel => [("channel", Channel()), ("confirm", "yes")],
        EnrolmentAction.DisableVerification or EnrolmentAction.RemovePhone => [("confirm", "yes")],
        _ => [],
    };

    /// <summary>A wrong one where none arrived.</summary>
    private string NewestCode => visitor.Codes is [var newest, ..] ? newest : "000000";

    private string Channel() => visitor.Page.QuerySelector("main input[name=channel]:not([disabled])")?.GetAttribute("value") ?? "Sms";

    private async Task AuthenticateAgainAsync()
    {
        var here = visitor.Path;
        sample.Wait(TimeSpan.FromMinutes(2));
        await visitor.GivePasswordAsync(Node.Screen.Split('/')[0], here);
        if (visitor.Path.Contains("/sign-in", StringComparison.Ordinal))
            await visitor.PostAsync("main form[data-action]", ("code", NewestCode));
        if (visitor.Path != here)
            await visitor.OpenAsync(here);
    }

    private async Task LookAsync()
    {
        var screen = Model.ScreenOf(policy, visitor.Screen ?? throw new InvalidOperationException($"{visitor.Path} is no screen:\n{visitor.Main}"));
        Node = new Node(screen.ToString(), await statuses.ReadAsync(account, screen.Surface, arrived));
        var links = visitor.Page.QuerySelectorAll($"main [data-to], [data-from='{screen}']")
            .Select(link => (Kind: link.GetAttribute("data-kind")!, To: link.GetAttribute("data-to")!, IsOpen: link.HasAttribute("href"))).ToList();
        Links = [.. links.Select(link => $"{link.Kind} {link.To}").Order()];
        var forms = Forms();
        var moves = new List<Move>(links.Where(link => link.IsOpen).Select(link => new Move.Follow($"[data-to='{link.To}'][data-kind={link.Kind}]")));
        moves.AddRange(policy.Screens.Surfaces.Where(surface => surface != screen.Surface).Select(surface => new Move.Follow($"a[data-surface={surface}]")));
        if (visitor.Page.QuerySelector("main a[data-part=not-received]") is not null)
        {
            var here = visitor.Path;
            await visitor.FollowAsync("main a[data-part=not-received]");
            forms = [.. forms, .. Forms()];
            await visitor.OpenAsync(here);
        }

        Offers = [.. forms.Select(form => form.Name).Distinct().Order()];
        foreach (var action in forms.Where(form => form.IsOpen).Select(form => Enum.Parse<EnrolmentAction>(form.Name)).Distinct())
        {
            moves.Add(new Move.Act(action));
            if (action is EnrolmentAction.SubmitPhone or EnrolmentAction.ResendCode)
                moves.Add(new Move.Act(action, IsLost: true));
        }

        if (visitor.Page.QuerySelector("form[action='/sample/phone/write']") is not null)
            moves.Add(new Move.SayStop());
        if (Node.At.Pending)
            moves.Add(new Move.Wait());
        Moves = moves;
    }

    private List<(string Name, bool IsOpen)> Forms() =>
        [.. visitor.Page.QuerySelectorAll("main form[data-action]").Select(form => (form.GetAttribute("data-action")!, form.QuerySelector("button:not([disabled])") is not null))];
}

/// <summary>A step of somebody at the pages.</summary>
internal abstract record Move
{
    /// <summary>A link, of the page or of a message, or another surface.</summary>
    public sealed record Follow(string Selector) : Move;

    /// <summary>A form; where it is lost, the phone is off while the SMS is sent.</summary>
    public sealed record Act(EnrolmentAction Action, bool IsLost = false) : Move;

    /// <summary>STOP, written on the phone.</summary>
    public sealed record SayStop : Move;

    /// <summary>More than a day, so that what waits for its code lapses.</summary>
    public sealed record Wait : Move;
}
