using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Notices that found no independent address: the newest of each kind waits in the application until the owner saw it.</summary>
public sealed class NoticesInTheApplicationTests
{
    [Fact]
    public void No_number_of_other_notices_pushes_one_out()
    {
        var enrolment = Noticed(Given.VerificationEnabled, NoticeKind.PhoneReplaced, Given.Now);
        for (var second = 1; second <= 1000; second++)
            enrolment = Noticed(enrolment, second % 2 == 0 ? NoticeKind.VerificationEnabled : NoticeKind.VerificationDisabled, Given.Now + Duration.FromSeconds(second));

        Assert.Equal(
            [
                new(NoticeKind.PhoneReplaced, Given.Now),
                new(NoticeKind.VerificationDisabled, Given.Now + Duration.FromSeconds(999)),
                new(NoticeKind.VerificationEnabled, Given.Now + Duration.FromSeconds(1000)),
            ],
            enrolment.InAppNotices);
    }

    [Fact]
    public async Task An_acknowledgement_takes_what_was_shown_and_leaves_what_came_since()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", "+972502345678");
        await NoticeAsync(host, NoticeKind.PhoneVerified);
        var shown = (await host.StatusAsync("web")).InAppNotices.Single().At;
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await NoticeAsync(host, NoticeKind.VerificationEnabled);

        Assert.Null((await host.As("web", new AcknowledgeNotices(shown))).Refusal);
        Assert.Equal([new InAppNotice(NoticeKind.VerificationEnabled, host.Now)], (await host.StatusAsync("web")).InAppNotices);

        Assert.Equal(RefusalCode.NothingToAcknowledge, (await host.As("web", new AcknowledgeNotices(shown))).Refusal!.Code);
        Assert.Null((await host.As("web", new AcknowledgeNotices())).Refusal);
        Assert.Empty((await host.StatusAsync("web")).InAppNotices);
    }

    /// <summary>Notices can be shown on every page, so that no screen has to offer it.</summary>
    [Fact]
    public async Task Notices_are_acknowledged_on_a_surface_that_offers_nothing()
    {
        using var host = new ServiceHost(TestPolicies.Default);
        await host.VerifyAsync("mobileWeb", "+972502345678");
        await NoticeAsync(host, NoticeKind.PhoneVerified);

        Assert.Null((await host.As(TestPolicies.Lobby.Name, new AcknowledgeNotices())).Refusal);
    }

    /// <summary>Where no address took it, the notice is the only trace of what somebody did with the owner's session or password.</summary>
    [Fact]
    public async Task Who_has_the_session_or_the_password_alone_hides_no_notice_of_a_protected_account()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", "+972502345678");
        await NoticeAsync(host, NoticeKind.VerificationEnabled);

        Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.InSession("web", new AcknowledgeNotices(), authenticatedAt: null)).Refusal!.Code);
        var refusal = (await host.InSession("web", new AcknowledgeNotices(), host.Now, AuthenticationFactors.SingleFactor)).Refusal!;
        Assert.Equal((RefusalCode.SecondFactorRequired, new WayOut.Reauthenticate { WithSecondFactor = true }), (refusal.Code, refusal.WaysOut.Single()));
        Assert.Single((await host.StatusAsync("web")).InAppNotices);
    }

    [Fact]
    public async Task An_instant_ahead_acknowledges_no_notice_that_is_still_to_come()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", "+972502345678");
        await NoticeAsync(host, NoticeKind.PhoneVerified);
        Assert.Null((await host.As("web", new AcknowledgeNotices(host.Now + Duration.FromDays(365)))).Refusal);
        Assert.Equal(host.Now, Assert.IsType<NoticesAcknowledged>((await host.HistoryAsync())[^1]).UpTo);

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await NoticeAsync(host, NoticeKind.VerificationEnabled);

        Assert.Single((await host.StatusAsync("web")).InAppNotices);
    }

    private static Enrolment Noticed(Enrolment enrolment, NoticeKind kind, Instant at) =>
        Evolution.Apply(enrolment, new NoticeUndeliverable(kind) { Origin = new Origin(at, Initiator.Time, null) });

    private static async Task NoticeAsync(ServiceHost host, NoticeKind kind)
    {
        var stored = await host.StoredAsync();
        EnrolmentEvent happened = new NoticeUndeliverable(kind) { Origin = new Origin(host.Now, Initiator.Time, null) };
        Assert.True(await host.Store.TrySaveAsync(Evolution.ChangeBy(stored, [happened], []), default));
    }
}
