using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>Each way to keep enrolments in a database, by name.</summary>
internal sealed record StoreKind(string Name, bool IsPostgres, bool IsSealed, bool IsHosted)
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = [];
    private static readonly string Folder = Leftovers.MakeFolder("sqlite");
    private static int files;

    public static IReadOnlyList<StoreKind> All { get; } =
    [
        new("SQLite", false, false, false),
        new("SQLite, sealed", false, true, false),
        new("SQLite, a host's context", false, false, true),
        new("PostgreSQL", true, false, false),
        new("PostgreSQL, sealed", true, true, false),
        new("PostgreSQL, a host's context", true, true, true),
    ];

    public static StoreKind Named(string name) => All.Single(kind => kind.Name == name);

    /// <summary>An empty database with its schema, and how to connect to it.</summary>
    public async Task<string> CreateAsync()
    {
        var template = await Templates.GetOrAdd(IsHosted ? Name : IsPostgres ? "PostgreSQL" : "SQLite", _ => new(MakeTemplateAsync)).Value;
        if (IsPostgres)
            return await PostgresServer.Shared.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(template).Database);
        var copy = NewFile();
        File.Copy(template["Data Source=".Length..], copy["Data Source=".Length..]);
        return copy;
    }

    /// <summary>Lets a service keep its enrolments there.</summary>
    public LoginVerificationBuilder Choose(LoginVerificationBuilder builder, string connection, Action<LoginVerificationStoreOptions>? configure = null)
    {
        if (IsHosted)
            builder.Services.AddDbContext<HostContext>(options => _ = IsPostgres ? options.UseNpgsql(connection, postgres => postgres.EnableRetryOnFailure()) : options.UseSqlite(connection));
        return (IsHosted, IsPostgres) switch
        {
            (true, _) => builder.UseEntityFrameworkCore<HostContext>(Configure),
            (false, true) => builder.UsePostgreSql(connection, Configure),
            (false, false) => builder.UseSqlite(connection, Configure),
        };

        void Configure(LoginVerificationStoreOptions options)
        {
            if (IsSealed)
                options.SealingKeys["test"] = Key;
            configure?.Invoke(options);
        }
    }

    /// <summary>The ports of a process of its own over a database.</summary>
    public EnrolmentPorts Open(string connection, Action<LoginVerificationStoreOptions>? configure = null)
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        var services = Choose(builder, connection, configure).Services.BuildServiceProvider();
        return new EnrolmentPorts(services.GetRequiredService<IEnrolmentStore>(), services.GetRequiredService<IEnrolmentHistory>(), services.GetRequiredService<IOutbox>());
    }

    /// <summary>A connection string to a file that is not there yet.</summary>
    public static string NewFile() => $"Data Source={Path.Combine(Folder, $"{Interlocked.Increment(ref files)}.db")}";

    public override string ToString() => Name;

    private async Task<string> MakeTemplateAsync()
    {
        var connection = IsPostgres ? await PostgresServer.Shared.CreateDatabaseAsync() : NewFile();
        await using var services = Choose(new ServiceCollection().AddLoginVerification(_ => { }), connection).Services.BuildServiceProvider();
        if (IsHosted)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HostContext>().Database.EnsureCreatedAsync();
        }
        else
        {
            await services.MigrateLoginVerificationAsync();
        }

        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return connection;
    }
}
