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
    public async Task Who_had_nothing_is_told_yes_and_leaves_nothing()
    {
        Assert.True((await host.Service.ForOperator(Account, "staff-7").EraseAsync()).Succeeded);
        Assert.Empty(await host.Store.ReadErasuresAsync(Account, default));
    }

    /// <summary>An owner who erased would be rid of every limit and lock, and of the notice that the protection ended.</summary>
    [Fact]
    public async Task Nobody_but_staff_erases()
    {
        await host.EnableAsync("web", "web", Number);
        var stored = await host.StoredAsync();
        Caller[] others = [Caller.User(Account, Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor), Caller.Carrier(Account), Caller.Time(Account)];
        foreach (var caller in others)
        {
            var mistake = await Assert.ThrowsAsync<ArgumentException>(async () => await host.Service.EraseAsync(caller));
            Assert.Contains("ForOperator(account, \"account-deletion\")", mistake.Message, StringComparison.Ordinal);
        }

        Assert.Equal(stored, await host.StoredAsync());
        Assert.Empty(await host.Store.ReadErasuresAsync(Account, default));
    }

    public void Dispose() => host.Dispose();
}
