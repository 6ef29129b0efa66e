using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>Keys come and go while accounts are in use.</summary>
public sealed class RotationTests
{
    private static readonly byte[] Old = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes);
    private static readonly byte[] New = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes);
    private static readonly AccountId Alice = AccountId.Parse("alice");
    private static readonly PhoneNumber British = PhoneNumber.Parse(Scene.British);

    [Theory]
    [InlineData("SQLite", false)]
    [InlineData("SQLite", true)]
    [OnPostgres("PostgreSQL", false)]
    [OnPostgres("PostgreSQL", true)]
    [OnPostgres("PostgreSQL on two servers", true)]
    public async Task An_account_is_read_and_found_and_changed_under_the_next_key_and_the_old_one_can_go(string store, bool wasSealed)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using (var before = kind.Begin(connection, configure: options => Keys(options, wasSealed, next: false)))
        {
            await before.Enabled(Scene.Israeli);
            await before.Submit(Scene.British);
            Assert.False(IsUnderTheNextKey(kind, connection));
        }

        using (var rotating = kind.Begin(connection, configure: options => Rotating(options, wasSealed)))
        {
            await LooksRightAsync(rotating);
            // No row of a number changes.
            Scene.Refused(RefusalCode.WrongCode, await rotating.Guess(1));
            await LooksRightAsync(rotating);
            // Here one does, and its old name is nowhere to be found under the new key.
            Scene.Accepted(await rotating.ByCarrier(new OptOutOfDelivery(Scene.British)));
            await LooksRightAsync(rotating);
            Assert.True(await rotating.World.Store.IsOptedOutAsync(British, default));
            Assert.True(IsUnderTheNextKey(kind, connection));
        }

        await OnlyTheNextKeyAsync(kind, connection);
    }

    [Theory]
    [InlineData("SQLite", false)]
    [InlineData("SQLite", true)]
    [OnPostgres("PostgreSQL", false)]
    [OnPostgres("PostgreSQL", true)]
    [OnPostgres("PostgreSQL on two servers", true)]
    public async Task An_account_that_does_nothing_is_sealed_anew(string store, bool wasSealed)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using (var before = kind.Begin(connection, configure: options => Keys(options, wasSealed, next: false)))
        {
            await before.Enabled(Scene.Israeli);
            await before.Submit(Scene.British);
        }

        using (var rotating = kind.Begin(connection, configure: options => Rotating(options, wasSealed)))
        {
            var (stored, history) = (await rotating.Stored(), await rotating.World.History(Alice));
            Assert.True(await StoreOf(rotating).ResealAsync("alice", default));
            Assert.True(IsUnderTheNextKey(kind, connection));
            Assert.Equal(stored, await rotating.Stored());
            Assert.Equal(history, await rotating.World.History(Alice));
            Assert.True(await StoreOf(rotating).ResealAsync("nobody", default));
        }

        await OnlyTheNextKeyAsync(kind, connection);
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL on two servers")]
    public async Task A_command_that_comes_in_between_is_kept_and_the_account_is_sealed_anew_the_next_time(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        var between = new InBetween();
        using var another = kind.Begin(connection, configure: options => Keys(options, wasSealed: true, next: true));
        using (var before = kind.Begin(connection, configure: options => Keys(options, wasSealed: true, next: false)))
            await before.Verified(Scene.Israeli);
        using var scene = kind.Begin(connection, [between], options => Keys(options, wasSealed: true, next: true));
        await scene.Stored();
        foreach (var command in Enumerable.Range(1, 5))
        {
            // Once before each of the queries and before the writing.
            between.Before(command, async () => Scene.Accepted(await another.ByUser(command % 2 == 1 ? new EnableVerification(VerificationChannel.Sms) : new DisableVerification())));
            var history = (await scene.World.History(Alice)).Count;
            between.Arm();

            var isSealed = await StoreOf(scene).ResealAsync("alice", default);

            Assert.True(between.IsOver);
            Assert.True(isSealed == (command == 1), $"before command {command}");
            Assert.Equal(history + 1, (await scene.World.History(Alice)).Count);
        }

        Assert.True(await StoreOf(scene).ResealAsync("alice", default));
        Assert.True(IsUnderTheNextKey(kind, connection));
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task What_cannot_be_opened_is_not_sealed_anew(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection, configure: options => Keys(options, wasSealed: true, next: true));
        await scene.Enabled(Scene.Israeli);
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\" WHERE \"Version\" = 3");
        await Assert.ThrowsAsync<StoredDataException>(async () => await StoreOf(scene).ResealAsync("alice", default));
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\"");
        await Assert.ThrowsAsync<StoredDataException>(async () => await StoreOf(scene).ResealAsync("alice", default));
    }

    private static EntityFrameworkEnrolments<LoginVerificationContext> StoreOf(Scene scene) => scene.World.Services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>();

    private static void Keys(LoginVerificationStoreOptions options, bool wasSealed, bool next)
    {
        if (wasSealed)
            (options.SealingKeys["old"], options.CurrentSealingKey) = (Old, "old");
        if (next)
            (options.SealingKeys["new"], options.CurrentSealingKey) = (New, "new");
    }

    private static void Rotating(LoginVerificationStoreOptions options, bool wasSealed)
    {
        Keys(options, wasSealed, next: true);
        options.ReadsUnsealed = !wasSealed;
    }

    private static async Task LooksRightAsync(Scene scene)
    {
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await scene.World.Service.GetLoginRequirementAsync(Alice));
        foreach (var number in new[] { Scene.Israeli, Scene.British })
            Assert.Equal([Alice], await scene.World.Store.FindAccountsAsync(PhoneNumber.Parse(number), default));
        Assert.Equal(1, await scene.World.Store.CountAccountsAsync(PhoneNumber.Parse(Scene.Israeli), AccountId.Parse("bob"), default));
        Assert.Equal(await scene.Stored(), Evolution.Replay(Alice, await scene.World.History(Alice)));
    }

    private static async Task OnlyTheNextKeyAsync(StoreKind kind, string connection)
    {
        using var after = kind.Begin(connection, configure: options => Keys(options, wasSealed: false, next: true));
        await LooksRightAsync(after);
        Scene.Accepted(await after.ByUser(new DisableVerification()));
        Scene.Accepted(await after.ByUser(new RemovePhone()));
        Assert.Equal([Alice], await after.World.Store.FindAccountsAsync(British, default));
    }

    /// <summary>Whether every document is, and no number can be found by another key.</summary>
    private static bool IsUnderTheNextKey(StoreKind kind, string connection)
    {
        byte[] head = [1, 3, .. Encoding.UTF8.GetBytes("new")];
        var documents = kind.Query(connection, "SELECT \"Snapshot\" FROM \"LoginVerificationEnrolments\" UNION ALL SELECT \"Body\" FROM \"LoginVerificationEvents\"");
        var names = new NumberTokens(new SealingKeys(new Dictionary<string, byte[]> { ["new"] = New }, "new", readsUnsealed: false));
        var tokens = new[] { Scene.Israeli, Scene.British }.Select(number => Convert.ToHexString(names.Of(PhoneNumber.Parse(number)))).ToHashSet();
        var numbers = kind.Query(connection, "SELECT \"Number\" FROM \"LoginVerificationNumbers\"");
        return documents.All(row => ((byte[])row[0]).AsSpan().StartsWith(head)) && numbers.All(row => tokens.Contains(Convert.ToHexString((byte[])row[0])));
    }
}
