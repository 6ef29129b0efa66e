namespace LoginVerification.Tests;

/// <summary>
/// The defects of the 2014 story: each is there under twitter-2014, and not under consistent. Where a defect lies in the pages,
/// the screens of the policy are asked; where it lies in the answers, the real service is.
/// </summary>
public sealed class DefectTests
{
    private const string Israeli = "+972502345678";
    private const string Premium = "+449012345678";

    public static TheoryData<string, bool> Policies => new() { { "twitter-2014", true }, { "consistent", false } };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D1_the_same_number_is_accepted_on_one_surface_and_refused_on_another(string policy, bool defect)
    {
        var rules = ShippedPolicies.Load(policy);
        var answers = new HashSet<RefusalCode?>();
        foreach (var surface in rules.Document.Surfaces.Where(Offers(EnrolmentAction.SubmitPhone)))
        {
            using var host = new ServiceHost(rules);
            answers.Add((await host.As(surface.Name, new SubmitPhone(Israeli))).Refusal?.Code);
        }

        Assert.Equal(defect ? [null, RefusalCode.CountryNotServed] : [null], answers.Order());
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D2_a_refusal_shows_no_way_out_though_the_service_knows_one(string policy, bool defect)
    {
        var rules = ShippedPolicies.Load(policy);
        using var host = new ServiceHost(rules);
        var refusal = (await host.As("web", new SubmitPhone(defect ? Israeli : Premium))).Refusal!;
        var screen = rules.Document.Surfaces[0].Screens.First(candidate => candidate.Actions.Any(offer => offer.Action == EnrolmentAction.SubmitPhone));

        Assert.Equal(defect ? RefusalCode.CountryNotServed : RefusalCode.LineTypeNotServed, refusal.Code);
        Assert.NotEmpty(refusal.WaysOut);
        Assert.Equal(defect, !screen.ShowsWaysOut);
        if (defect)
            Assert.Equal(new WayOut.Act(Surface.Parse("mobileWeb"), new Choice(EnrolmentAction.SubmitPhone)), Assert.Single(refusal.WaysOut));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D3_a_code_is_sent_from_a_screen_that_has_nowhere_to_enter_it(string policy, bool defect)
    {
        var rules = ShippedPolicies.Load(policy);
        using var host = new ServiceHost(rules);
        await host.As("mobileWeb", new SubmitPhone(Israeli));
        var pending = await host.StoredAsync();
        var landing = Landing(rules, "mobileWeb");

        Assert.Single(host.Phone.Messages);
        var near = landing.Links.Where(link => link.Kind is LinkKind.Visible && Holds(link.When, pending)).Select(link => Screen(rules, "mobileWeb", link.To)).Prepend(landing);
        Assert.Equal(defect, !near.Any(screen => screen.Actions.Any(offer => offer.Action == EnrolmentAction.ConfirmCode && Holds(offer.When, pending))));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D4_the_only_way_on_is_a_hidden_link(string policy, bool defect)
    {
        var rules = ShippedPolicies.Load(policy);
        using var host = new ServiceHost(rules);
        await host.As("mobileWeb", new SubmitPhone(Israeli));
        var pending = await host.StoredAsync();

        Assert.Equal(defect, !ReachesCodeField(rules, pending, LinkKind.Visible));
        Assert.True(ReachesCodeField(rules, pending, LinkKind.Visible, LinkKind.Hidden));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D5_a_surface_that_refuses_a_number_enables_verification_for_it_later(string policy, bool defect)
    {
        using var host = new ServiceHost(ShippedPolicies.Load(policy));
        var number = defect ? Israeli : Premium;
        Assert.NotNull((await host.As("web", new SubmitPhone(number))).Refusal);
        Assert.Null((await host.Operator(new ImportVerifiedPhone(number, host.Now))).Refusal);

        var enabled = await host.As("web", new EnableVerification(VerificationChannel.Sms));
        Assert.Equal(defect, enabled.Refusal is null);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D6_removing_the_phone_silently_turns_protection_off(string policy, bool defect)
    {
        using var host = new ServiceHost(ShippedPolicies.Load(policy));
        await host.EnableAsync("mobileWeb", "web", Israeli);
        var noticesBefore = host.Owner.Notices.Count;

        var removed = await host.As("web", new RemovePhone());

        Assert.Equal(defect ? null : RefusalCode.PhoneProtectsLogin, removed.Refusal?.Code);
        Assert.Equal(defect ? new LoginRequirement.PasswordOnly() : new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
        Assert.Equal(noticesBefore, host.Owner.Notices.Count);
        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is VerificationDisabled);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task D6_a_STOP_message_silently_turns_protection_off(string policy, bool defect)
    {
        using var host = new ServiceHost(ShippedPolicies.Load(policy));
        await host.EnableAsync("mobileWeb", "web", Israeli);
        var noticesBefore = host.Owner.Notices.Count;

        var stopped = await host.Carrier(new OptOutOfDelivery(Israeli));

        Assert.Null(stopped.Refusal);
        Assert.Equal(defect ? EnrolmentState.NoPhone : EnrolmentState.VerificationEnabled, stopped.State);
        Assert.Equal(
            defect ? new LoginRequirement.PasswordOnly() : new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut),
            await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
        Assert.Equal(defect ? noticesBefore : noticesBefore + 1, host.Owner.Notices.Count);
    }

    private static bool ReachesCodeField(EnrolmentPolicy rules, Enrolment pending, params LinkKind[] kinds)
    {
        var seen = new HashSet<ScreenDocument>(ReferenceEqualityComparer.Instance);
        var open = new Queue<ScreenDocument>([Landing(rules, "mobileWeb")]);
        while (open.TryDequeue(out var screen))
        {
            if (!seen.Add(screen))
                continue;
            if (screen.Actions.Any(offer => offer.Action == EnrolmentAction.ConfirmCode && Holds(offer.When, pending)))
                return true;
            foreach (var link in screen.Links.Where(link => kinds.Contains(link.Kind) && Holds(link.When, pending) && !link.To.Contains('/', StringComparison.Ordinal)))
                open.Enqueue(Screen(rules, "mobileWeb", link.To));
        }

        return false;
    }

    /// <summary>The screen where a user lands whose number was accepted.</summary>
    private static ScreenDocument Landing(EnrolmentPolicy rules, string surface)
    {
        var offer = rules.Document.Surfaces.Single(candidate => candidate.Name == surface).Screens
            .SelectMany(screen => screen.Actions.Select(action => (screen, action)))
            .First(candidate => candidate.action.Action == EnrolmentAction.SubmitPhone);
        return Screen(rules, surface, offer.action.Then ?? offer.screen.Name);
    }

    private static ScreenDocument Screen(EnrolmentPolicy rules, string surface, string name) =>
        rules.Document.Surfaces.Single(candidate => candidate.Name == surface).Screens.Single(screen => screen.Name == name);

    private static bool Holds(ScreenCondition? condition, Enrolment enrolment) => CaseSet.Of(condition).MayHold(enrolment, device: false);

    private static Func<SurfaceDocument, bool> Offers(EnrolmentAction action) =>
        surface => surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action == action));
}
