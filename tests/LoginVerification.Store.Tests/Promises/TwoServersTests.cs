namespace LoginVerification.Store.Tests;

/// <summary>docs/partitions.sql lays the tables out over two servers.</summary>
public sealed class TwoServersTests
{
    private const string Tables = "SELECT CAST(relname AS text) FROM pg_class WHERE relkind IN ('r', 'p') AND relname LIKE 'LoginVerification%' AND NOT relispartition";
    private static readonly AccountId[] Accounts = [.. Enumerable.Range(1, 10).Select(number => AccountId.Parse($"account {number}"))];
    private readonly StoreKind kind = StoreKind.Named("PostgreSQL");

    [NeedsPostgresFact]
    public async Task What_was_stored_before_is_there_and_all_of_an_account_lies_on_one_server()
    {
        var connection = await kind.CreateAsync();
        using (var before = kind.Begin(connection))
            await EnableAsync(before, Accounts[..5]);

        var second = await TwoServers.Shared.LayOutAsync(connection);

        using var scene = kind.Begin(connection);
        await EnableAsync(scene, Accounts[5..]);
        foreach (var account in Accounts)
            Assert.Equal(await scene.World.Load(account), Evolution.Replay(account, await scene.World.History(account)));
        // Those of both servers are counted: ten may have one number.
        scene.Who = "one too many";
        await scene.Submit(Scene.Israeli);
        Scene.Refused(RefusalCode.NumberHasTooManyAccounts, await scene.Confirm(scene.Code));

        string[] whole = ["LoginVerificationMigrations", "LoginVerificationSealingKeys"];
        var tables = kind.Query(connection, Tables).Select(row => (string)row[0]).Except(whole).ToList();
        Assert.NotEmpty(tables);
        var places = new Dictionary<string, HashSet<string>>();
        foreach (var table in tables)
        {
            Assert.Equal("p", kind.Query(connection, "SELECT CAST(relkind AS text) FROM pg_class WHERE relname = @p0", table).Single()[0]);
            foreach (var row in kind.Query(connection, $"SELECT DISTINCT \"Account\", CAST(relname AS text) FROM \"{table}\" AS rows JOIN pg_class ON pg_class.oid = rows.tableoid"))
            {
                var part = ((string)row[1])[(table.Length + 1)..];
                places.TryAdd((string)row[0], []);
                places[(string)row[0]].Add(part);
            }
        }

        Assert.All(places.Values, parts => Assert.Single(parts));
        var there = kind.Query(second, "SELECT \"Account\" FROM \"LoginVerificationEnrolments\"").Count;
        Assert.InRange(there, 1, places.Count - 1);
    }

    [NeedsPostgresFact]
    public async Task A_later_release_can_bring_a_column_an_index_and_a_table()
    {
        const string Migration =
            """
            ALTER TABLE "LoginVerificationEvents" ADD "Later" integer NOT NULL DEFAULT 7;
            CREATE INDEX ON "LoginVerificationEvents" ("Later");
            CREATE TABLE "LoginVerificationLater" ("Account" varchar(128) PRIMARY KEY);
            """;
        var connection = await StoreKind.Named("PostgreSQL on two servers").CreateAsync();
        var second = TwoServers.Shared.SecondOf(connection);
        kind.Execute(second, Migration);
        kind.Execute(connection, Migration);
        TwoServers.Shared.LayOut(connection, second);

        using var scene = kind.Begin(connection);
        await EnableAsync(scene, Accounts);
        Assert.All(kind.Query(connection, "SELECT \"Later\" FROM \"LoginVerificationEvents\""), row => Assert.Equal(7, row[0]));
        kind.Execute(connection, "INSERT INTO \"LoginVerificationLater\" SELECT \"Account\" FROM \"LoginVerificationEnrolments\"");
        Assert.Equal(HalfOf("LoginVerificationEnrolments"), HalfOf("LoginVerificationLater"));

        IReadOnlyList<object[]> HalfOf(string table) => kind.Query(second, $"SELECT \"Account\" FROM \"{table}\" ORDER BY \"Account\"");
    }

    private static async Task EnableAsync(Scene scene, AccountId[] accounts)
    {
        foreach (var account in accounts)
        {
            scene.Who = account.Value;
            await scene.Enabled(Scene.Israeli);
        }
    }
}
