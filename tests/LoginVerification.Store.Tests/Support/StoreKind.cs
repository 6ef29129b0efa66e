using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>Each way to keep enrolments in a database, by name.</summary>
internal sealed record StoreKind(string Name, bool IsPostgres, bool IsSealed, bool IsHosted, bool IsOnTwoServers = false)
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
        new("PostgreSQL on two servers", true, false, false, true),
    ];

    public static StoreKind Named(string name) => All.Single(kind => kind.Name == name);

    /// <summary>An empty database with its schema, and how to connect to it.</summary>
    public async Task<string> CreateAsync()
    {
        if (IsOnTwoServers)
            return await TwoServers.Shared.CreateDatabaseAsync();
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

    /// <summary>A user and the real service in a process of its own over a database.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="interceptors">Who looks on at each command and transaction.</param>
    /// <param name="configure">Sets keys.</param>
    public Scene Begin(string connection, IInterceptor[]? interceptors = null, Action<LoginVerificationStoreOptions>? configure = null) => new(TestPolicies.Default, builder =>
    {
        Choose(builder, connection, configure);
        _ = IsHosted
            ? builder.Services.ConfigureDbContext<HostContext>(options => options.AddInterceptors(interceptors ?? []))
            : builder.Services.ConfigureDbContext<LoginVerificationContext>(options => options.AddInterceptors(interceptors ?? []));
    });

    /// <summary>The ports of a process of its own over a database.</summary>
    public EnrolmentPorts Open(string connection, Action<LoginVerificationStoreOptions>? configure = null)
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        var services = Choose(builder, connection, configure).Services.BuildServiceProvider();
        return new EnrolmentPorts(services.GetRequiredService<IEnrolmentStore>(), services.GetRequiredService<IEnrolmentHistory>(), services.GetRequiredService<IOutbox>());
    }

    /// <summary>A connection string to a file that is not there yet.</summary>
    public static string NewFile() => $"Data Source={Path.Combine(Folder, $"{Interlocked.Increment(ref files)}.db")}";

    /// <summary>Runs SQL of the tests' own, as who has the database in hand would; parameters are <c>@p0</c>, <c>@p1</c>, ….</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string connection, string sql, params object[] parameters)
    {
        using var opened = Connect(connection);
        using var command = CommandOf(opened, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads rows by SQL of the tests' own.</summary>
    public IReadOnlyList<object[]> Query(string connection, string sql, params object[] parameters)
    {
        using var opened = Connect(connection);
        using var command = CommandOf(opened, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public override string ToString() => Name;

    private static DbCommand CommandOf(DbConnection connection, string sql, object[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (index, value) in parameters.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{index}", value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private DbConnection Connect(string connection)
    {
        DbConnection opened = IsPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        opened.Open();
        return opened;
    }

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
        SqliteConnection.ClearAllPools();
        return connection;
    }
}
