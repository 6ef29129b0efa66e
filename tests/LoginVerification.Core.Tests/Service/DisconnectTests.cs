using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>Who hangs up while a code is being looked at has tried it all the same.</summary>
public sealed class DisconnectTests
{
    private const string Number = "+972502345678";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_is_counted_though_its_client_disconnects_before_the_save(bool right)
    {
        using var hangUp = new CancellationTokenSource();
        HangingUpStore? store = null;
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder =>
        {
            store = new HangingUpStore(hangUp);
            builder.Services.AddSingleton<IEnrolmentStore>(services => store.Over(services.GetRequiredService<InMemoryEnrolments>()));
        });
        var user = host.Service.ForUser(AccountId.Parse(ServiceHost.Account), Surface.Parse("mobileWeb"), host.Now);
        await user.SubmitPhoneAsync(Number);
        var code = host.Phone.LastCode;
        store!.IsArmed = true;

        await user.ConfirmCodeAsync(right ? code : code == "000000" ? "111111" : "000000", hangUp.Token);

        Assert.True(hangUp.IsCancellationRequested);
        var stored = await host.StoredAsync();
        Assert.Equal((right, right ? 0 : 1), (stored.Phone is not null, stored.FailureCount(CodePurpose.Enrol)));
    }

    [Fact]
    public async Task Who_hangs_up_before_the_code_is_looked_at_has_not_tried()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("mobileWeb", new SubmitPhone(Number));
        var user = host.Service.ForUser(AccountId.Parse(ServiceHost.Account), Surface.Parse("mobileWeb"), host.Now);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await user.ConfirmCodeAsync("000000", new CancellationToken(canceled: true)));
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    /// <summary>The client disconnects as soon as the enrolment was read: before the match, the count of accounts, and the save.</summary>
    private sealed class HangingUpStore(CancellationTokenSource hangUp) : IEnrolmentStore
    {
        private InMemoryEnrolments memory = null!;

        public bool IsArmed { get; set; }

        public HangingUpStore Over(InMemoryEnrolments beneath)
        {
            memory = beneath;
            return this;
        }

        public async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
        {
            var loaded = await memory.LoadAsync(account, cancellationToken);
            if (IsArmed)
                await hangUp.CancelAsync();
            return loaded;
        }

        public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return memory.TrySaveAsync(change, cancellationToken);
        }

        public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return memory.CountAccountsAsync(number, except, cancellationToken);
        }

        public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.FindAccountsAsync(number, cancellationToken);

        public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.IsOptedOutAsync(number, cancellationToken);
    }
}
