using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>What a host does around a command, and how it registered its context, does not change what the command did.</summary>
public sealed class HostContextLifeTests
{
    private static readonly AccountId Alice = AccountId.Parse("alice");

    [Theory]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public async Task A_save_is_a_save_however_long_a_context_lives(ServiceLifetime lifetime)
    {
        var connection = StoreKind.NewFile();
        using var scene = new Scene(TestPolicies.Default, builder =>
        {
            builder.Services.AddDbContext<HostContext>(options => options.UseSqlite(connection), lifetime);
            builder.UseEntityFrameworkCore<HostContext>();
        });
        await using (var scope = scene.World.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<HostContext>().Database.EnsureCreatedAsync();
        Scene.Accepted(await scene.Submit(Scene.Israeli));
        Assert.Equal(EnrolmentState.PhonePending, (await scene.Stored()).State);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, a host's context")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task What_was_decided_counts_also_when_the_host_rolls_its_own_transaction_back(string store)
    {
        var kind = StoreKind.Named(store);
        using var scene = kind.Begin(await kind.CreateAsync());
        var caller = Caller.User(Alice, TestPolicies.MobileWeb, scene.World.Now, AuthenticationFactors.MultiFactor);
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            Scene.Accepted(await scene.World.Service.HandleAsync(caller, new SubmitPhone(Scene.Israeli)));
            var wrong = TestNumbers.CodeUnlike(new HashSet<string> { scene.Code });
            Scene.Refused(RefusalCode.WrongCode, await scene.World.Service.HandleAsync(caller, new ConfirmCode(wrong)));
            Assert.NotNull(Transaction.Current);
        }

        Assert.Equal(1, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Assert.Empty(await scene.World.Outbox.ReadWaitingAsync(Alice, default));
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            Assert.True((await scene.World.Service.ForOperator(Alice, "staff-1").EraseAsync()).Succeeded);
        Assert.Equal(EnrolmentState.NoPhone, (await scene.Stored()).State);
    }
}
