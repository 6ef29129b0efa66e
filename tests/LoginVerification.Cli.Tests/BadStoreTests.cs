using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LoginVerification.Cli.Tests;

/// <summary>A store that cannot be used: exit code 2, one message that names the place and the mend, an empty standard output, and never a password.</summary>
public sealed class BadStoreTests : IDisposable
{
    private const string Secret = "hunter-two";

    private readonly Scratch scratch = new();

    private string File => Path.Combine(scratch.Path, "walk.db");

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("--store has no value. Write: --store sqlite:FILE|postgresql:CONNECTION.", "--store")]
    [InlineData("--store knows no \"mysql\". Write sqlite:FILE or postgresql:CONNECTION.", "--store", "mysql:Password=" + Secret)]
    [InlineData("--store does not say what kind of database it is. Write sqlite:FILE or postgresql:CONNECTION.", "--store", "Host=db;Password=" + Secret)]
    [InlineData("--store does not say what kind of database it is.", "--store", "")]
    [InlineData("--store sqlite: names no file. Write, for example, sqlite:walk.db.", "--store", "sqlite:")]
    [InlineData("--store sqlite::memory: keeps nothing.", "--store", "sqlite::memory:")]
    [InlineData("--store \"sqlite:/\" is a directory. Name a file in it.", "--store", "sqlite:/")]
    [InlineData("--store \"sqlite:/nowhere/walk.db\" is in a directory that is not there. Make the directory, or name a file in another one.", "--store", "sqlite:/nowhere/walk.db")]
    [InlineData("--store postgresql: is followed by no connection string of Npgsql. Write, for example, \"postgresql:Host=localhost;Username=me;Database=walk\".", "--store", "postgresql://me:" + Secret + "@db/walk")]
    [InlineData("--store postgresql: is followed by no connection string of Npgsql.", "--store", "postgresql:Host=db;Pasword=" + Secret)]
    [InlineData("--store postgresql: is followed by no connection string of Npgsql.", "--store", "postgresql:Host=db;Port=many;Password=" + Secret)]
    [InlineData("--store postgresql: names no Host.", "--store", "postgresql:Password=" + Secret)]
    [InlineData("--store postgresql: names several hosts, and a walk needs one.", "--store", "postgresql:Host=db1,db2;Password=" + Secret)]
    [InlineData("--store \"postgresql:Host=127.0.0.1;Port=1;Database=walk\" does not answer. Start the server, or correct Host and Port.", "--store", "postgresql:Host=127.0.0.1;Port=1;Database=walk;Username=me;Password=" + Secret)]
    [InlineData("walk cannot place \"--stor=", "--stor=postgresql:Host=db;Password=" + Secret + ";Database=9999999")]
    [InlineData("walk has no option \"--stor\".", "--stor", "postgresql:Host=db;Password=" + Secret)]
    [InlineData("walk cannot place \"postgresql://me:(hidden)\".", "postgresql://me:" + Secret + "@db")]
    public async Task It_is_told_where_and_how_to_mend_it(string complaint, params string[] arguments) =>
        Refuses(await Tool.RunAsync(["walk", .. arguments]), complaint);

    [Fact]
    public async Task Several_mistakes_are_told_with_it()
    {
        var answer = await Tool.RunAsync("walk", "--from", "mars", "--store", "mysql:x");

        Assert.Equal(2, answer.Complaints.Length);
    }

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        scratch.Write("walk.db", "These are some words that somebody wrote, and no database at all.");

        await RefusesAsync("is no SQLite database, or a damaged one. Name another file.");
        Assert.StartsWith("These are", await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file()
    {
        await WalkAsync();
        System.IO.File.SetAttributes(File, FileAttributes.ReadOnly);

        await RefusesAsync("is read-only. Make it writable for you, or name another file.");
    }

    [Fact]
    public async Task A_directory_that_takes_no_file() =>
        Refuses(await Tool.RunAsync("walk", "--store", "sqlite:/proc/walk.db"), "--store \"sqlite:/proc/walk.db\" cannot be written with its key");

    [Fact]
    public async Task A_database_without_its_key()
    {
        await WalkAsync();
        System.IO.File.Delete($"{File}.key");

        await RefusesAsync($"has no key: \"{File}.key\" is missing. Put it back, or name a new file.");
        Assert.False(System.IO.File.Exists($"{File}.key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a key")]
    public async Task A_key_that_is_none(string text)
    {
        await WalkAsync();
        scratch.Write("walk.db.key", text);

        await RefusesAsync($"has no key: \"{File}.key\" holds something else.");
    }

    [Fact]
    public async Task Another_databases_key()
    {
        await WalkAsync();
        scratch.Write("walk.db.key", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

        await RefusesAsync($"was not sealed by the key in \"{File}.key\".");
    }

    [Fact]
    public async Task Another_number_than_the_one_that_is_there()
    {
        await WalkAsync();

        Refuses(
            await Tool.RunAsync("walk", "--store", $"sqlite:{File}", "--number", "+12015550123"),
            $"--number says another number (+12*******23) than the one that --store \"sqlite:{File}\" has (+97********78). Leave the option out, or name another store.");
        Refuses(await Tool.RunAsync("walk", "--store", $"sqlite:{File}", "--country", "FR"), "--country says another number (+33");
    }

    [Fact]
    public async Task A_lock_that_somebody_killed_left_behind_a_moment_ago()
    {
        scratch.Write("walk.db.key", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        var database = Database.Sqlite(File);
        await database.AskAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await database.AskAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}+00:00')");

        await RefusesAsync("is being made by another process, or one was killed while it made it. Try again in a minute.");
    }

    [Fact]
    public async Task On_SQLite_a_newer_schema() => await RefusesAsync(await NewerAsync("SQLite"), "has a newer schema than this release knows, or another program's.");

    [NeedsPostgresFact]
    public async Task On_PostgreSQL_a_newer_schema() => await RefusesAsync(await NewerAsync("PostgreSQL"), "has a newer schema than this release knows, or another program's.");

    [Fact]
    public async Task On_SQLite_other_accounts() => await RefusesAsync(await HostedAsync("SQLite"), "holds enrolments of other accounts, whose messages a walk would take. Name a database of the walk's own.");

    [NeedsPostgresFact]
    public async Task On_PostgreSQL_other_accounts() => await RefusesAsync(await HostedAsync("PostgreSQL"), "holds enrolments of other accounts,");

    [NeedsPostgresTheory]
    [InlineData("Database=nowhere", "has no such database. Create it, or correct Database.")]
    [InlineData("Database=postgres;Username=nobody", "does not let this user in. Correct Username and Password.")]
    [InlineData("Database=postgres;Options=-c default_transaction_read_only=on", "does not let this user write. Let it create tables, or name another database.")]
    [InlineData("Database=postgres;Target Session Attributes=standby", "has settings that Npgsql cannot use, or not together. Correct the connection string.")]
    [InlineData("Database=postgres;Minimum Pool Size=10;Maximum Pool Size=5", "has settings that Npgsql cannot use, or not together.")]
    [InlineData("Database=postgres;SSL Mode=Require", "cannot be connected to. Correct Host and Port, or Username, Password and SSL Mode.")]
    public async Task A_server_that_says_no(string part, string complaint) =>
        await RefusesAsync($"postgresql:Host=127.0.0.1;Port={PostgresServer.Shared.Port};Username=test;Password={Secret};{part}", complaint);

    [Fact]
    public async Task A_server_that_is_silent()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        await RefusesAsync($"postgresql:Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=me;Password={Secret};Timeout=1", "does not answer.");
    }

    [NeedsPostgresFact]
    public async Task A_server_that_goes_away_on_the_way_is_told_with_another_code()
    {
        var database = await Database.PostgreSqlAsync();
        await database.PrepareAsync();
        await database.AskAsync("CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
        await database.AskAsync("CREATE TRIGGER die BEFORE INSERT ON \"LoginVerificationEvents\" FOR EACH ROW EXECUTE FUNCTION die()");

        var answer = await Tool.RunAsync("walk", "--store", database.Store, "--json");

        Assert.Equal(74, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Contains("failed on the way: it ", Assert.Single(answer.Complaints), StringComparison.Ordinal);
        Assert.EndsWith("What was saved is kept, and the same command goes on from there.", answer.Complaints[0], StringComparison.Ordinal);
    }

    private static void Refuses(Answer answer, string complaint)
    {
        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.StartsWith($"login-verification: {complaint}", answer.Complaints[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, answer.Error, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string store, string complaint)
    {
        var answer = await Tool.RunAsync("walk", "--json", "--store", store);

        Refuses(answer, "--store \"");
        Assert.Contains($"\" {complaint}", Assert.Single(answer.Complaints), StringComparison.Ordinal);
    }

    private Task RefusesAsync(string complaint) => RefusesAsync($"sqlite:{File}", complaint);

    private async Task WalkAsync() => Assert.Equal(0, (await Tool.RunAsync("walk", "--store", $"sqlite:{File}")).ExitCode);

    private async Task<string> NewerAsync(string kind)
    {
        var database = await Database.OfAsync(kind, scratch);
        await database.PrepareAsync();
        await database.AskAsync("""INSERT INTO "LoginVerificationMigrations" VALUES ('20990101000000_Later', '99.0')""");
        return database.Store;
    }

    private async Task<string> HostedAsync(string kind)
    {
        var database = await Database.OfAsync(kind, scratch);
        Assert.Equal(0, (await Tool.RunAsync("walk", "--store", database.Store)).ExitCode);
        await database.AskAsync("""UPDATE "LoginVerificationEnrolments" SET "Account" = 'customer-1'""");
        return database.Store;
    }
}
