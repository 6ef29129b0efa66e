using System.Text.Json;

namespace LoginVerification.Tests;

/// <summary>Who may erase an enrolment, and what stays of it.</summary>
public sealed class ErasureServiceTests : IDisposable
{
    private const string Number = "+972502345678";
    private static readonly AccountId Account = AccountId.Parse(ServiceHost.Account);

    private readonly ServiceHost host = new(ShippedPolicies.Consistent);

    [Fact]
    public async Task Staff_erase_a_protected_account_and_what_stays_says_what_had_happened_and_no_number()
    {
        await host.EnableAsync("web", "web", Number);
        var history = await host.HistoryAsync();
        var secrets = history.OfType<PhoneSubmitted>().SelectMany(e => new[] { e.Challenge.Id.Value, e.Challenge.Nonce.Hex, e.Begins!.Hex, Number[1..], Number[4..] });

        Assert.Equal(new EnrolmentResult(EnrolmentState.NoPhone, null), await host.Service.ForOperator(Account, "staff-7", "request 7").EraseAsync());

        Assert.Null(await host.Store.LoadAsync(Account, default));
        Assert.Equal(new LoginRequirement.PasswordOnly(), await host.RequirementAsync());
        var erasure = Assert.Single(await host.Store.ReadErasuresAsync(Account, default));
        Assert.Equal(new Origin(host.Now, Initiator.Operator, null) { StaffId = "staff-7", CorrelationId = "request 7" }, erasure.Origin);
        Assert.Equal(history.Select((happened, index) => (index + 1L, happened.Trigger, happened.Origin)), erasure.Events.Select(left => (left.Version, left.Kind, left.Origin)));
        Assert.All(
            secrets.Concat(host.Phone.Messages.Select(message => message.Id)),
            secret => Assert.All([erasure.ToString(), JsonSerializer.Serialize(erasure), StoredFormat.WriteErasure(erasure)], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_owner_erases_with_the_authentication_that_removing_the_number_needs()
    {
        await host.EnableAsync("web", "web", Number);
        var stored = await host.StoredAsync();

        Assert.Equal(RefusalCode.ReauthenticationRequired, (await Owner(null).EraseAsync()).Refusal!.Code);
        var refused = await Owner(host.Now, AuthenticationFactors.SingleFactor).EraseAsync();
        Assert.Equal((EnrolmentState.VerificationEnabled, RefusalCode.SecondFactorRequired), (refused.State, refused.Refusal!.Code));
        Assert.NotEmpty(refused.Refusal.WaysOut);
        Assert.Equal(stored, await host.StoredAsync());
        Assert.Empty(await host.Store.ReadErasuresAsync(Account, default));

        Assert.Null((await Owner(host.Now).EraseAsync()).Refusal);
        Assert.Null(await host.Store.LoadAsync(Account, default));
        Assert.Equal(new Origin(host.Now, Initiator.User, Surface.Parse("web")), Assert.Single(await host.Store.ReadErasuresAsync(Account, default)).Origin);
    }

    [Fact]
    public async Task Who_had_nothing_is_told_yes_and_leaves_nothing()
    {
        Assert.True((await Owner(host.Now).EraseAsync()).Succeeded);
        Assert.True((await host.Service.ForOperator(Account, "staff-7").EraseAsync()).Succeeded);
        Assert.Empty(await host.Store.ReadErasuresAsync(Account, default));
    }

    [Fact]
    public async Task Neither_the_network_nor_time_erases()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Service.EraseAsync(Caller.Carrier(Account)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Service.EraseAsync(Caller.Time(Account)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Service.ForUser(Account, Surface.Parse("fax"), host.Now).EraseAsync());
    }

    public void Dispose() => host.Dispose();

    private UserEnrolment Owner(NodaTime.Instant? authenticatedAt, AuthenticationFactors factors = AuthenticationFactors.MultiFactor) =>
        host.Service.ForUser(Account, Surface.Parse("web"), authenticatedAt, factors);
}
