using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>
/// Attack 2: guess, resend, guess, across sessions, surfaces and numbers, until a counter would reset. The attacker holds a password and a
/// session of the victim's account and a phone of their own, and wants the account to trust the victim's number without holding it.
/// </summary>
public sealed class GuessingTests(ITestOutputHelper output)
{
    private const string Victim = "+972502345678";
    private static readonly string[] Surfaces = ["web", "mobileWeb", "android", "ios"];

    [Fact]
    public async Task In_a_simulated_year_an_attacker_guesses_no_more_often_than_the_budget_allows()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var rules = ShippedPolicies.Consistent.Document;
        // Each guess is a fresh one in a million; the budget is what the attacker gets before only the host unlocks.
        var bound = rules.Lock.FinalFailures;
        var end = host.Now + Duration.FromDays(365);
        var (guesses, sends, confirmations, turns) = (0, 0, 0, 0);
        Instant? stuckSince = null;

        while (host.Now < end)
        {
            turns++;
            var surface = Surfaces[turns % Surfaces.Length];
            var guess = await host.As(surface, new ConfirmCode(WrongFor(host)));
            if (guess.Refusal!.Code is RefusalCode.WrongCode)
            {
                Assert.Equal(Victim, (await host.StoredAsync()).Pending!.Details.Number.E164);
                guesses++;
                continue;
            }

            if (guess.Refusal.Code is RefusalCode.LockedUntilUnlock)
                stuckSince ??= host.Now;

            // Whatever might reset a counter: cancel, prove a phone of one's own, come back to the victim's number, resend, wait.
            await host.As(surface, new CancelPending());
            if (turns % 3 == 0 && (await host.As(surface, new SubmitPhone(Own(turns)))).Refusal is null)
            {
                sends++;
                confirmations += (await host.As(surface, new ConfirmCode(host.Phone.LastCode))).Refusal is null ? 1 : 0;
            }

            var submit = await host.As(surface, new SubmitPhone(Victim));
            sends += submit.Refusal is null ? 1 : 0;
            if (submit.Refusal is not null)
                host.Time.Advance(Wait(submit.Refusal, host.Now));
        }

        output.WriteLine($"{turns} turns in a year: {guesses} guesses (bound {bound}, chance {guesses * 1e-6:P4}), {sends} codes sent, {confirmations} own phones confirmed; stuck since {stuckSince}.");
        Assert.Equal(bound, guesses);
        Assert.True(confirmations > 0);
        Assert.NotNull(stuckSince);
        Assert.Equal(bound, (await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default))!.FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task No_resend_no_new_number_and_no_other_surface_lowers_the_count()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Victim));
        for (var i = 0; i < 4; i++)
            await host.As(Surfaces[i], new ConfirmCode(WrongFor(host)));

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.As("android", new ResendCode());
        await host.As("ios", new CancelPending());
        await host.As("ios", new SubmitPhone(Own(0)));
        var own = await host.As("ios", new ConfirmCode(host.Phone.LastCode));
        Assert.Null(own.Refusal);
        Assert.Equal(4, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));

        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.As("web", new SubmitPhone(Victim));
        var fifth = await host.As("web", new ConfirmCode(WrongFor(host)));
        Assert.Equal(host.Now + Duration.FromSeconds(30), (await host.StoredAsync()).LockedUntil(CodePurpose.Enrol));
    }

    private static TimeSpan Wait(Refusal refusal, Instant now) =>
        refusal.RetryAt is { } at && at > now ? (at - now).ToTimeSpan() : TimeSpan.FromHours(6);

    /// <summary>One of 50 phones of the attacker's own, so that no limit on one number holds them up.</summary>
    private static string Own(int turn) => $"+1212555{100 + (turn / 3 % 50):0000}";

    private static string WrongFor(ServiceHost host) => host.Phone.Messages.Count > 0 && host.Phone.LastCode == "123456" ? "654321" : "123456";
}
