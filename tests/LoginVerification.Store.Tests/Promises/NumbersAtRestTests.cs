using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Store.Tests;

/// <summary>Who gets hold of the files of a database learns no number where a sealing key is configured, and every one where none is: so the search can fail.</summary>
public sealed class NumbersAtRestTests
{
    /// <summary>Each as the tests' own reader has it, and as people of its country write it.</summary>
    private static readonly (string E164, string[] National)[] Numbers =
    [
        (Scene.Israeli, ["0502345678", "050-234-5678", "50 234 5678"]),
        (Scene.American, ["4155552671", "(415) 555-2671", "415-555-2671"]),
        (Scene.British, ["07911123456", "07911 123456", "7911 123456"]),
        ("+972541112222", ["0541112222", "054-111-2222", "54 111 2222"]),
    ];

    [Theory]
    [InlineData("SQLite", false)]
    [InlineData("SQLite, sealed", true)]
    [OnPostgres("PostgreSQL", false)]
    [OnPostgres("PostgreSQL, sealed", true)]
    public async Task The_files_of_the_database_show_numbers_without_a_key_alone(string store, bool isSealed)
    {
        var kind = StoreKind.Named(store);
        using var server = kind.IsPostgres ? new PostgresServer([]) : null;
        var connection = server is null ? await kind.CreateAsync() : await server.CreateDatabaseAsync();
        // As long as somebody is connected, SQLite keeps its log beside the file.
        await using var another = new SqliteConnection(server is null ? connection : "Data Source=:memory:");
        await another.OpenAsync();
        using var scene = kind.Begin(connection);
        await scene.World.Services.MigrateLoginVerificationAsync();
        await UseEveryNumberAsync(scene);
        if (server is not null)
            kind.Execute(connection, "CHECKPOINT");

        var found = await FoundInAsync(server is null ? FilesOf(connection) : Directory.GetFiles(server.Data, "*", SearchOption.AllDirectories));
        Assert.Equal(isSealed ? [] : Numbers.Select(number => number.E164), Numbers.Select(number => number.E164).Where(found.Contains));
        if (isSealed)
            Assert.Empty(found);
    }

    [Fact]
    public async Task Without_a_key_an_erasure_leaves_no_number_in_the_files_of_SQLite()
    {
        var kind = StoreKind.Named("SQLite");
        var connection = await kind.CreateAsync();
        await using var another = new SqliteConnection(connection);
        await another.OpenAsync();
        using var scene = kind.Begin(connection);
        await UseEveryNumberAsync(scene);
        Assert.NotEmpty(await FoundInAsync(FilesOf(connection)));

        await EraseAsync(scene);

        Assert.Empty(await FoundInAsync(FilesOf(connection)));
    }

    /// <summary>The documentation says so, and what to do.</summary>
    [NeedsPostgresFact]
    public async Task Without_a_key_an_erasure_leaves_numbers_in_the_tables_of_PostgreSQL_until_they_are_written_anew()
    {
        var kind = StoreKind.Named("PostgreSQL");
        using var server = new PostgresServer([]);
        var connection = await server.CreateDatabaseAsync();
        using var scene = kind.Begin(connection);
        await scene.World.Services.MigrateLoginVerificationAsync();
        await UseEveryNumberAsync(scene);

        await EraseAsync(scene);
        kind.Execute(connection, "CHECKPOINT");
        Assert.NotEmpty(await FoundInAsync(Tables()));

        kind.Execute(connection, "VACUUM FULL");
        kind.Execute(connection, "CHECKPOINT");
        Assert.Empty(await FoundInAsync(Tables()));

        string[] Tables() => Directory.GetFiles(Path.Combine(server.Data, "base"), "*", SearchOption.AllDirectories);
    }

    private static async Task EraseAsync(Scene scene)
    {
        foreach (var account in new[] { "alice", "bob" })
        {
            Assert.True((await scene.World.Service.ForOperator(AccountId.Parse(account), "staff-1").EraseAsync()).Succeeded);
            Assert.NotEmpty(Assert.Single(await scene.World.Histories.ReadErasuresAsync(AccountId.Parse(account), default)).Events);
        }
    }

    private static async Task<HashSet<string>> FoundInAsync(string[] files)
    {
        var found = new HashSet<string>();
        foreach (var file in files)
        {
            var bytes = await ReadAsync(file);
            found.UnionWith(Forms().Where(form => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(form)) >= 0));
        }

        return found;
    }

    /// <summary>Whole, digits only, in national form, and the national digits alone.</summary>
    private static IEnumerable<string> Forms() =>
        Numbers.SelectMany(number => number.National.Concat([number.E164, number.E164[1..], number.National[0].TrimStart('0')]));

    /// <summary>Pending, verified, replaced, given up, failed on, opted out, imported.</summary>
    private static async Task UseEveryNumberAsync(Scene scene)
    {
        await scene.Enabled(Scene.Israeli);
        await scene.Verified(Scene.British);
        await scene.ByCarrier(new OptOutOfDelivery(Scene.Israeli));
        await scene.Submit(Scene.American);
        await scene.Guess(2);
        scene.Who = "bob";
        Scene.Accepted(await scene.ByOperator(new ImportVerifiedPhone("+972541112222", scene.World.Now - Duration.FromDays(400))));
        await scene.Submit(Scene.British);
        await scene.ByUser(new CancelPending());
    }

    private static string[] FilesOf(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        string[] files = [file, $"{file}-wal", $"{file}-shm"];
        Assert.All(files, one => Assert.True(File.Exists(one), one));
        return files;
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
