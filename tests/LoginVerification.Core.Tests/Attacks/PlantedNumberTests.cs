using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>
/// Attack 10: somebody who once had a session plants their own number, waits, and tries to bind it from that session when the owner turned
/// protection on, or had a number moved in, or the number was reported to have changed hands.
/// </summary>
public sealed class PlantedNumberTests(ITestOutputHelper output)
{
    private const string Owners = "+972502345678";
    private const string Planted = "+972522345678";
    private static readonly string[] Surfaces = ["web", "mobileWeb", "android", "ios"];

    /// <summary>A legal policy under which a planted number waits as long as any can.</summary>
    private static readonly EnrolmentPolicy Patient = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { PendingLapsesAfter = Duration.FromDays(30) });

    [Fact]
    public async Task Enabling_gives_up_a_number_that_was_planted_before()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await PlantBesideVerifiedAsync(host);
        host.Time.Advance(TimeSpan.FromHours(5));

        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);

        Assert.Equal(["PendingCancelled", "ChannelEnabled"], (await host.HistoryAsync()).TakeLast(2).Select(happened => happened.Trigger.ToString()));
        host.Time.Advance(TimeSpan.FromHours(5));
        await AssertNothingBindsAsync(host, RefusalCode.NoPendingPhone, RefusalCode.NoPendingPhone);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(VerificationChannel.Sms)]
    public async Task An_import_gives_up_a_number_that_was_planted_before(VerificationChannel? enabled)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Null((await host.InSession("web", new SubmitPhone(Planted), host.Now, AuthenticationFactors.SingleFactor)).Refusal);
        host.Time.Advance(TimeSpan.FromHours(5));

        Assert.Null((await host.Operator(new ImportVerifiedPhone(Owners, host.Now, enabled))).Refusal);

        Assert.Equal(["PhoneSubmitted", "PendingCancelled", "PhoneImported"], (await host.HistoryAsync()).Take(3).Select(happened => happened.Trigger.ToString()));
        await AssertNothingBindsAsync(host, RefusalCode.NoPendingPhone, RefusalCode.NoPendingPhone);
    }

    [Fact]
    public async Task On_a_protected_account_the_password_alone_plants_nothing()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Owners);

        var planted = await host.InSession("web", new SubmitPhone(Planted), host.Now, AuthenticationFactors.SingleFactor);

        Assert.Equal(RefusalCode.SecondFactorRequired, planted.Refusal!.Code);
        Assert.Null((await host.StoredAsync()).Pending);
    }

    [Theory]
    [InlineData(5 * 60, false)]
    [InlineData(9 * 60, false)]
    [InlineData((24 * 3600) - 360, false)]
    [InlineData((30 * 24 * 3600) - 8640, true)]
    public async Task What_was_submitted_with_an_authentication_that_is_stale_by_now_replaces_nothing(int secondsLater, bool patient)
    {
        using var host = new ServiceHost(patient ? Patient : ShippedPolicies.Consistent);
        await PlantOnProtectedAsync(host);
        var authenticated = host.Now;
        host.Time.Advance(TimeSpan.FromSeconds(secondsLater));

        await AssertNothingBindsAsync(host, RefusalCode.ReauthenticationRequired, RefusalCode.ReauthenticationRequired, authenticated);
        await AssertNothingBindsAsync(host, RefusalCode.SecondFactorRequired, RefusalCode.SecondFactorRequired, host.Now, AuthenticationFactors.SingleFactor);
    }

    [Fact]
    public async Task A_planted_number_lifts_no_block_after_the_number_was_ported()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await PlantOnProtectedAsync(host);
        Assert.Null((await host.Carrier(new InvalidatePhone(Owners, InvalidationReason.Ported))).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(6));

        await AssertNothingBindsAsync(host, RefusalCode.ReauthenticationRequired, RefusalCode.ReauthenticationRequired);
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.ReverificationRequired), await host.RequirementAsync());
    }

    /// <summary>The owner, who authenticates again, is not held up: the code that waits is theirs.</summary>
    [Fact]
    public async Task Who_authenticates_again_with_both_factors_confirms_the_replacement()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await PlantOnProtectedAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
        Assert.Equal(Planted, (await host.StoredAsync()).Phone!.Details.Number.E164);
    }

    [Fact]
    public async Task The_attack_with_figures()
    {
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, policy, prepare) in Scenarios())
        {
            foreach (var delay in Delays(policy))
            {
                using var host = new ServiceHost(policy);
                await prepare(host);
                var sessionSince = host.Now;
                host.Time.Advance(delay.ToTimeSpan());
                var before = await host.StoredAsync();
                foreach (var surface in Surfaces)
                {
                    foreach (var (at, factors) in new (Instant?, AuthenticationFactors)[] { (null, AuthenticationFactors.SingleFactor), (sessionSince, AuthenticationFactors.MultiFactor), (host.Now, AuthenticationFactors.SingleFactor) })
                    {
                        foreach (var command in new UserCommand[] { new ResendCode(), new ConfirmCode(host.Phone.LastCode), new SubmitPhone(Planted) })
                        {
                            var refusal = (await host.InSession(surface, command, at, factors)).Refusal;
                            Assert.True(refusal is not null, $"{name}, {delay} later, {command.Action} at {surface} with {factors} at {at}: accepted");
                            refusals[refusal.Code.ToString()] = refusals.GetValueOrDefault(refusal.Code.ToString()) + 1;
                        }
                    }
                }

                var after = await host.StoredAsync();
                Assert.Equal((before.Phone, before.ActiveChannel), (after.Phone, after.ActiveChannel));
                Assert.Equal(before.Sends, after.Sends);
            }
        }

        output.WriteLine($"{refusals.Values.Sum()} attempts, none accepted: {string.Join(", ", refusals.Select(refusal => $"{refusal.Value} {refusal.Key}"))}.");
        Assert.Equal(["NoPendingPhone", "ReauthenticationRequired", "SecondFactorRequired"], refusals.Keys);
    }

    private static IEnumerable<(string Name, EnrolmentPolicy Policy, Func<ServiceHost, Task> Prepare)> Scenarios()
    {
        foreach (var policy in new[] { ShippedPolicies.Consistent, Patient })
        {
            yield return ("planted before the owner enabled", policy, async host =>
            {
                await PlantBesideVerifiedAsync(host);
                Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);
            }
            );
            yield return ("planted before an import", policy, async host =>
            {
                Assert.Null((await host.InSession("web", new SubmitPhone(Planted), host.Now, AuthenticationFactors.SingleFactor)).Refusal);
                Assert.Null((await host.Operator(new ImportVerifiedPhone(Owners, host.Now, VerificationChannel.Sms))).Refusal);
            }
            );
            yield return ("planted on a protected account", policy, PlantOnProtectedAsync);
            yield return ("planted before the number was ported", policy, async host =>
            {
                await PlantOnProtectedAsync(host);
                Assert.Null((await host.Carrier(new InvalidatePhone(Owners, InvalidationReason.Ported))).Refusal);
            }
            );
        }
    }

    /// <summary>From the first moment at which the session is stale to the last at which a planted number waits.</summary>
    private static IEnumerable<Duration> Delays(EnrolmentPolicy policy) =>
        [Duration.FromMinutes(5), Duration.FromMinutes(9), Duration.FromHours(5), policy.Document.PendingLapsesAfter - Given.Millisecond];

    /// <summary>The owner has a number and no protection; somebody with the password submits their own.</summary>
    private static async Task PlantBesideVerifiedAsync(ServiceHost host)
    {
        await host.VerifyAsync("web", Owners);
        Assert.Null((await host.InSession("web", new SubmitPhone(Planted), host.Now, AuthenticationFactors.SingleFactor)).Refusal);
    }

    /// <summary>The number was submitted in a session that had both factors then, on a device that is somebody else's by now.</summary>
    private static async Task PlantOnProtectedAsync(ServiceHost host)
    {
        await host.EnableAsync("web", "web", Owners);
        Assert.Null((await host.As("web", new SubmitPhone(Planted))).Refusal);
    }

    private static async Task AssertNothingBindsAsync(
        ServiceHost host, RefusalCode onResend, RefusalCode onConfirm, Instant? authenticatedAt = null, AuthenticationFactors factors = AuthenticationFactors.MultiFactor)
    {
        var sent = host.Phone.Messages.Count;
        Assert.Equal(onResend, (await host.InSession("web", new ResendCode(), authenticatedAt, factors)).Refusal!.Code);
        Assert.Equal(onConfirm, (await host.InSession("web", new ConfirmCode(host.Phone.LastCode), authenticatedAt, factors)).Refusal!.Code);
        Assert.Equal(Owners, (await host.StoredAsync()).Phone!.Details.Number.E164);
        Assert.Equal(sent, host.Phone.Messages.Count);
    }
}
