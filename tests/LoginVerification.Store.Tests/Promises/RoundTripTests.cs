using Xunit.Abstractions;

namespace LoginVerification.Store.Tests;

/// <summary>What a command costs. PostgreSQL gets the begin of a transaction with its first command, and a batch as one command: a write is two round trips.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, a host's context")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, sealed")]
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task A_command_is_one_read_and_one_write_in_one_transaction(string store)
    {
        var kind = StoreKind.Named(store);
        var listener = new Listener();
        using var scene = kind.Begin(await kind.CreateAsync(), [listener, listener.Transactions]);
        var alice = Caller.User(AccountId.Parse("alice"), Surface.Parse("mobileWeb"), scene.World.Now, AuthenticationFactors.MultiFactor);
        await scene.World.Service.GetLoginRequirementAsync(alice.Account);
        listener.Take();

        Scene.Accepted(await scene.World.Service.HandleAsync(alice, new SubmitPhone(Scene.Israeli)));
        // Afterwards the code leaves: whether the number's holder wants none, and the message is done.
        Assert.Equal(["read", .. Save(4), "read", "write"], Told("SubmitPhone, with its code sent"));
        Scene.Accepted(await scene.World.Service.HandleAsync(alice, new ConfirmCode(scene.Code)));
        // The second read counts the accounts that have the number.
        Assert.Equal(["read", "read", .. Save(5)], Told("ConfirmCode"));
        await scene.World.Service.GetLoginRequirementAsync(alice.Account);
        Assert.Equal(["read"], Told("GetLoginRequirement"));

        // SQLite runs in this process, and has a command for each row.
        IEnumerable<string> Save(int rows) => ["BEGIN", .. Enumerable.Repeat("write", kind.IsPostgres ? 1 : rows), "COMMIT"];

        string[] Told(string what)
        {
            string[] said = [.. listener.Take().Select(saying => saying.ToString())];
            var (reads, writes, commits) = (said.Count(one => one == "read"), said.Count(one => one == "write"), said.Count(one => one == "COMMIT"));
            output.WriteLine($"{store}, {what}: {reads} reads, {writes} writes, {commits} transactions{(kind.IsPostgres ? $", {reads + writes + commits} round trips" : "")}");
            return said;
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task One_event_is_read_without_the_history(string store)
    {
        var listener = new Listener();
        using var scene = await BeginAsync(store, listener);
        var history = await scene.World.History(AccountId.Parse("alice"));
        Assert.True(history.Count > 3);
        listener.Take();

        var last = await scene.World.Histories.ReadAsync(AccountId.Parse("alice"), history.Count, int.MaxValue, default);

        Assert.Equal([history[^1]], last);
        var said = Assert.Single(listener.Take());
        Assert.Contains("\"Version\" >= @", said.Sql, StringComparison.Ordinal);
        Assert.Equal(1, said.RowsRead);
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task A_page_of_a_history_costs_what_it_holds(string store)
    {
        var listener = new Listener();
        using var scene = await BeginAsync(store, listener);
        var history = await scene.World.History(AccountId.Parse("alice"));
        Assert.True(history.Count > 4);
        listener.Take();

        var page = await scene.World.Histories.ReadAsync(AccountId.Parse("alice"), 2, 2, default);

        Assert.Equal(history.Skip(1).Take(2), page);
        var said = Assert.Single(listener.Take());
        Assert.Contains("LIMIT @", said.Sql, StringComparison.Ordinal);
        Assert.Equal(2, said.RowsRead);
    }

    /// <summary>An account with a history, whose statements the listener hears.</summary>
    private static async Task<Scene> BeginAsync(string store, Listener listener)
    {
        var kind = StoreKind.Named(store);
        var scene = kind.Begin(await kind.CreateAsync(), [listener, listener.Transactions]);
        await scene.Enabled(Scene.Israeli);
        await scene.Verified(Scene.British);
        return scene;
    }
}
