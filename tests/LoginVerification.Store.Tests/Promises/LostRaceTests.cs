using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>
/// Somebody else is at the same row, and commits. Who comes second sees what the first left, or, where the row is on another server, is told that the race
/// is lost (SQLSTATE 40001): neither troubles the caller.
/// </summary>
public sealed class LostRaceTests
{
    private static readonly AccountId[] Accounts = [.. Enumerable.Range(1, 8).Select(number => AccountId.Parse($"account {number}"))];

    /// <summary>What is done, and the table in which somebody else is at the account's row.</summary>
    private static readonly Dictionary<string, (string Table, Func<Scene, AccountId, Task> Act)> Deeds = new()
    {
        ["save"] = ("Enrolments", SaveAsync),
        ["erase"] = ("Enrolments", (scene, account) => scene.World.Histories.EraseAsync(account, new Origin(scene.World.Now, Initiator.Operator, null) { StaffId = "staff-1" }, default).AsTask()),
        ["seal anew"] = ("Enrolments", SealAnewAsync),
        ["claim"] = ("Outbox", async (scene, account) => Assert.Contains(await ClaimAsync(scene), message => message.Account == account)),
        ["complete"] = ("Outbox", (scene, account) => CompleteAsync(scene, account, null)),
        ["put back"] = ("Outbox", (scene, account) => CompleteAsync(scene, account, scene.World.Now)),
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var store in new[] { "PostgreSQL", "PostgreSQL on two servers" })
            {
                foreach (var deed in Deeds.Keys)
                    rows.Add(store, deed);
            }

            return rows;
        }
    }

    [NeedsPostgresTheory]
    [MemberData(nameof(Rows))]
    public async Task Who_comes_second_is_not_troubled(string store, string deed)
    {
        var (kind, (table, act)) = (StoreKind.Named(store), Deeds[deed]);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        foreach (var account in Accounts)
        {
            scene.Who = account.Value;
            Scene.Accepted(await scene.Submit(Scene.Israeli));
        }

        var places = new Dictionary<string, (AccountId Account, bool IsForeign)>();
        foreach (var account in Accounts)
        {
            kind.Execute(connection, "INSERT INTO \"LoginVerificationOutbox\" VALUES (@p0, gen_random_uuid(), gen_random_uuid(), 1, 'NotifyOwner', 0, 0)", account.Value);
            var place = kind.Query(connection, $"SELECT CAST(relname AS text), relkind = 'f' FROM \"LoginVerification{table}\" AS rows JOIN pg_class ON pg_class.oid = rows.tableoid WHERE \"Account\" = @p0", account.Value)[0];
            places[(string)place[0]] = (account, (bool)place[1]);
        }

        Assert.Equal(kind.IsOnTwoServers, places.Values.Any(place => place.IsForeign));
        foreach (var (place, (account, isForeign)) in places)
            await BehindAsync(isForeign ? TwoServers.Shared.SecondOf(connection) : connection, place, account, () => act(scene, account));
    }

    /// <summary>Does it while another transaction is at the account's row, which commits as soon as it is waited for.</summary>
    private static async Task BehindAsync(string server, string place, AccountId account, Func<Task> act)
    {
        await using var database = new NpgsqlConnection(server);
        await database.OpenAsync();
        await using var transaction = await database.BeginTransactionAsync();
        await using var first = new NpgsqlCommand($"UPDATE \"{place}\" SET \"Account\" = \"Account\" WHERE \"Account\" = @account", database) { Parameters = { new("account", account.Value) } };
        Assert.True(await first.ExecuteNonQueryAsync() > 0);
        var second = act();
        await using var waiting = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_locks WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid)))", database);
        while (!second.IsCompleted && await waiting.ExecuteScalarAsync() is false)
            await Task.Delay(20);
        Assert.False(second.IsCompleted, "It did not wait.");
        await transaction.CommitAsync();
        await second;
    }

    private static async Task SaveAsync(Scene scene, AccountId account)
    {
        var before = await scene.World.Load(account);
        var guess = new CodeMismatched(before.Pending!.Challenge.Id, CodePurpose.Enrol, CodeMatch.None, null) { Origin = new Origin(scene.World.Now, Initiator.User, Surface.Parse("web")) };
        Assert.True(await scene.World.Store.TrySaveAsync(Evolution.ChangeBy(before, [guess], []), default));
    }

    /// <summary>Whoever is told that somebody came in between asks again.</summary>
    private static async Task SealAnewAsync(Scene scene, AccountId account)
    {
        var store = scene.World.Services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>();
        Assert.True(await store.ResealAsync(account.Value, default) || await store.ResealAsync(account.Value, default));
    }

    private static async Task CompleteAsync(Scene scene, AccountId account, Instant? retryAt)
    {
        var message = Assert.Single(await scene.World.Outbox.ReadWaitingAsync(account, default));
        Assert.True(await scene.World.Outbox.CompleteAsync(message, retryAt, default));
    }

    private static async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(Scene scene) => await scene.World.Outbox.ClaimAsync(scene.World.Now, scene.World.Now, 100, default);
}
