using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>A set of backup codes costs as much as ten passwords: whoever gets none makes the host compute none.</summary>
public sealed class BackupCodeCostTests
{
    [Fact]
    public async Task A_set_is_computed_for_who_gets_it_alone()
    {
        var entropy = new RememberedEntropy();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IEntropy>(entropy));
        Assert.Equal(RefusalCode.NotEnabled, (await host.As("web", new IssueBackupCodes())).Refusal?.Code);
        await host.EnableAsync("web", "web", "+972502345678");
        Assert.Equal(RefusalCode.SecondFactorRequired, (await host.InSession("web", new IssueBackupCodes(), host.Now, AuthenticationFactors.SingleFactor)).Refusal?.Code);
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.InSession("web", new IssueBackupCodes(), null)).Refusal?.Code);
        Assert.Equal(0, entropy.Codes);

        Assert.Equal(BackupCodeSet.Count, (await host.As("web", new IssueBackupCodes())).BackupCodes.Count);
        Assert.Equal(BackupCodeSet.Count, entropy.Codes);
    }

    [Fact]
    public async Task A_set_that_was_issued_is_not_computed_again_for_the_same_request()
    {
        var entropy = new RememberedEntropy();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IEntropy>(entropy));
        await host.EnableAsync("web", "web", "+972502345678");
        var caller = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = "key" };
        Assert.Equal(BackupCodeSet.Count, (await host.Give(caller, new IssueBackupCodes())).BackupCodes.Count);
        var again = await host.Give(caller, new IssueBackupCodes());
        Assert.Equal((true, 0, BackupCodeSet.Count), (again.Replayed, again.BackupCodes.Count, entropy.Codes));
    }

    /// <summary>The system's, which remembers how many backup codes were drawn.</summary>
    private sealed class RememberedEntropy : IEntropy
    {
        private readonly SystemEntropy inner = new();

        public int Fills { get; private set; }

        /// <summary>A code is 16 bytes, and so is the salt of a set; what is drawn for a challenge is more.</summary>
        public int Codes => Fills - (Fills / (BackupCodeSet.Count + 1));

        public void Fill(Span<byte> bytes)
        {
            Fills += bytes.Length == BackupCodeReader.Length ? 1 : 0;
            inner.Fill(bytes);
        }
    }
}
