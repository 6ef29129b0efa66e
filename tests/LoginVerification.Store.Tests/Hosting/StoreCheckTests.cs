using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>A host whose database is not as it should be does not start: it says what is wrong and what to do, and has written nothing.</summary>
public sealed class StoreCheckTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] AnotherKey = RandomNumberGenerator.GetBytes(32);

    public static TheoryData<bool> Servers => [false, true];

    [Fact]
    public async Task A_folder_that_is_not_there() =>
        Assert.Contains("cannot be opened", await FailureAsync(builder => builder.UseSqlite("Data Source=/no/such/folder/enrolments.db")), StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        var told = await FailureAsync(builder => builder.UsePostgreSql($"Host=127.0.0.1;Port={PostgresServer.FreePort()};Username=app;Password=open-sesame;Timeout=2"));
        Assert.Contains("cannot be opened", told, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_is_none_fails_where_it_is_written()
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        Assert.Throws<ArgumentException>(() => builder.UseSqlite(" "));
        Assert.Throws<ArgumentNullException>(() => builder.UsePostgreSql(null!));
    }

    [Fact]
    public Task An_empty_database_on_SQLite() => AnEmptyDatabase(StoreKind.NewFile(), isPostgres: false);

    [NeedsPostgresFact]
    public async Task An_empty_database_on_PostgreSQL() => await AnEmptyDatabase(await PostgresServer.Shared.CreateDatabaseAsync(), isPostgres: true);

    [Fact]
    public Task A_newer_schema_on_SQLite() => ANewerSchema("SQLite");

    [NeedsPostgresFact]
    public Task A_newer_schema_on_PostgreSQL() => ANewerSchema("PostgreSQL");

    [Fact]
    public async Task A_database_that_is_read_only_on_SQLite()
    {
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        Assert.Contains("not written", await FailureAsync(builder => builder.UseSqlite($"{connection};Mode=ReadOnly")), StringComparison.Ordinal);
    }

    [NeedsPostgresFact]
    public async Task A_database_that_is_read_only_on_PostgreSQL()
    {
        var connection = await StoreKind.Named("PostgreSQL").CreateAsync();
        Assert.Contains("not written", await FailureAsync(builder => builder.UsePostgreSql($"{connection};Options=-c default_transaction_read_only=on")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_of_the_host_without_the_tables()
    {
        var connection = StoreKind.NewFile();
        var told = await FailureAsync(builder =>
        {
            builder.Services.AddDbContext<HostContext>(options => options.UseSqlite(connection));
            builder.UseEntityFrameworkCore<HostContext>();
        });
        Assert.Contains("modelBuilder.AddLoginVerification() in HostContext", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SQLite")]
    public Task Another_key_of_the_same_id(string store) => AnotherKeyOfTheSameId(store);

    [NeedsPostgresTheory]
    [InlineData("PostgreSQL")]
    public Task Another_key_of_the_same_id_on_a_server(string store) => AnotherKeyOfTheSameId(store);

    [Fact]
    public async Task A_key_that_is_still_needed()
    {
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        await StartAsync(builder => builder.UseSqlite(connection, options => options.SealingKeys["old"] = Key));
        Assert.Contains("sealed by the key \"old\"", await FailureAsync(builder => builder.UseSqlite(connection)), StringComparison.Ordinal);
        Assert.Contains("sealed by the key \"old\"", await FailureAsync(builder => builder.UseSqlite(connection, options => options.SealingKeys["new"] = AnotherKey)), StringComparison.Ordinal);
        Assert.Equal(["old"], await EnteredKeysAsync(connection));
    }

    [Fact]
    public async Task Data_that_is_not_sealed_where_there_is_a_key()
    {
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        var account = new Enrolment(AccountId.Parse("account-1"));
        var begun = new DeliveryOptedOut(PhoneNumber.Parse("+447700900123")) { Origin = new Origin(Samples.Now, Initiator.Operator, null), Begins = Samples.Enrolment };
        Assert.True(await StoreKind.Named("SQLite").Open(connection).Store.TrySaveAsync(new EnrolmentChange(account, account with { Version = 1, Id = Samples.Enrolment, ChangedAt = Samples.Now }, [begun], []), default));
        Assert.Contains("ReadsUnsealed = true", await FailureAsync(builder => builder.UseSqlite(connection, options => options.SealingKeys["one"] = Key)), StringComparison.Ordinal);
        Assert.Empty(await EnteredKeysAsync(connection));
    }

    [Fact]
    public async Task Wrong_options_are_told_all_at_once()
    {
        var told = await FailureAsync<OptionsValidationException>(builder => builder.UseSqlite(StoreKind.NewFile(), options =>
        {
            options.SealingKeys["short"] = new byte[31];
            options.SealingKeys["a key"] = Key;
            options.CurrentSealingKey = "missing";
            options.HousekeepingInterval = TimeSpan.FromDays(2);
        }));
        Assert.All(["31 bytes", "visible ASCII", "CurrentSealingKey", "HousekeepingInterval"], part => Assert.Contains(part, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_for_exploration_alone_does_not_start_over_a_database_either()
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Research = true });
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        var told = await FailureAsync<OptionsValidationException>(builder => builder.UseSqlite(connection).UsePolicy(policy).AllowResearchPolicy());
        Assert.Contains("\"research\": true", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_order_starts_again_and_again()
    {
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        for (var start = 0; start < 2; start++)
            await StartAsync(builder => builder.UseSqlite(connection, options => options.SealingKeys["one"] = Key));
        Assert.Equal(["one"], await EnteredKeysAsync(connection));
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task A_host_may_keep_the_migrations_of_its_own_context_in_the_same_database(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = kind.IsPostgres ? await PostgresServer.Shared.CreateDatabaseAsync() : StoreKind.NewFile();
        await ExecuteAsync(kind, connection, """CREATE TABLE "__EFMigrationsHistory" ("MigrationId" VARCHAR(150) PRIMARY KEY, "ProductVersion" VARCHAR(32) NOT NULL); INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_Shop', '10.0.0')""");
        await using (var services = kind.Choose(new ServiceCollection().AddLoginVerification(_ => { }), connection).Services.BuildServiceProvider())
            await services.MigrateLoginVerificationAsync();
        await StartAsync(builder => kind.Choose(builder, connection));
    }

    private static async Task AnEmptyDatabase(string connection, bool isPostgres)
    {
        var told = await FailureAsync(builder => _ = isPostgres ? builder.UsePostgreSql(connection) : builder.UseSqlite(connection));
        Assert.Contains("MigrateLoginVerificationAsync()", told, StringComparison.Ordinal);
    }

    private static async Task ANewerSchema(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await ExecuteAsync(kind, connection, "INSERT INTO \"LoginVerificationMigrations\" VALUES ('99990101000000_Later', '99.0.0')");
        var told = await FailureAsync(builder => kind.Choose(builder, connection));
        Assert.Contains("newer schema than this release (99990101000000_Later)", told, StringComparison.Ordinal);
    }

    private static async Task AnotherKeyOfTheSameId(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await StartAsync(builder => kind.Choose(builder, connection, options => options.SealingKeys["one"] = Key));
        var told = await FailureAsync(builder => kind.Choose(builder, connection, options => options.SealingKeys["one"] = AnotherKey));
        Assert.Contains("SealingKeys[\"one\"] is not the key", told, StringComparison.Ordinal);
    }

    private static async Task<string[]> EnteredKeysAsync(string connection)
    {
        await using var database = new SqliteConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT \"KeyId\" FROM \"LoginVerificationSealingKeys\" ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<string>();
        while (await reader.ReadAsync())
            keys.Add(reader.GetString(0));
        return [.. keys];
    }

    private static async Task ExecuteAsync(StoreKind kind, string connection, string sql)
    {
        await using System.Data.Common.DbConnection database = kind.IsPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static Task<string> FailureAsync(Action<LoginVerificationBuilder> store) => FailureAsync<InvalidOperationException>(store);

    private static async Task<string> FailureAsync<TFailure>(Action<LoginVerificationBuilder> store)
        where TFailure : Exception => (await Assert.ThrowsAsync<TFailure>(() => StartAsync(store))).Message;

    private static async Task StartAsync(Action<LoginVerificationBuilder> store)
    {
        var application = new HostApplicationBuilder();
        store(application.Services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["test"] = Key;
            })
            .UsePhoneNumbers().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()));
        using var host = application.Build();
        await host.StartAsync();
        await host.StopAsync();
    }
}
