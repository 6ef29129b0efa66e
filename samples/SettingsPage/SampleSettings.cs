using System.Net;
using LoginVerification.Policies;
using Npgsql;

namespace SettingsPage;

/// <summary>What the configuration says: appsettings.json, the environment, the command line. What is wrong is told in one sentence, before anything starts.</summary>
public sealed class SampleSettings
{
    /// <summary>The policies to serve, each at an address of its own.</summary>
    public required IReadOnlyList<EnrolmentPolicy> Policies { get; init; }

    /// <summary>Where the first policy is served. The next ones have the ports after it; port 0 lets the system choose.</summary>
    public required Uri Address { get; init; }

    /// <summary>The folder of databases and keys.</summary>
    public required string Folder { get; init; }

    /// <summary>The connection to PostgreSQL; null where enrolments are in SQLite, in the folder.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>A file with the seconds by which the clock is ahead. For tests: it is looked into at each question for the time.</summary>
    public string? ClockOffsetFile { get; init; }

    /// <summary>How a connection to PostgreSQL is written.</summary>
    public const string ConnectionExample = "\"Host=localhost;Username=app;Database=app\"";

    public static SampleSettings Read(IConfiguration configuration, string environment)
    {
        var policies = configuration["Policy"] is { } named ? [PolicyOf(named)] : ShippedPolicies.Names.Select(ShippedPolicies.Load).ToList();
        return new SampleSettings
        {
            Policies = policies,
            Address = AddressOf(configuration, policies.Count),
            Folder = Path.GetFullPath(configuration["Data"] is { Length: > 0 } folder ? folder : "App_Data"),
            PostgreSql = PostgreSqlOf(configuration, policies.Count),
            ClockOffsetFile = ClockOf(configuration["Clock:OffsetFile"], environment),
        };
    }

    private static EnrolmentPolicy PolicyOf(string named)
    {
        if (ShippedPolicies.Names.Contains(named))
            return ShippedPolicies.Load(named);
        if (!File.Exists(named))
            throw new SettingsException($"Policy is \"{named}\", which is neither a file nor a policy that is shipped. Name a file, or one of: {string.Join(", ", ShippedPolicies.Names)}.");
        try
        {
            return EnrolmentPolicy.FromJson(File.ReadAllText(named));
        }
        catch (Exception wrong) when (wrong is PolicyInvalidException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Policy is \"{named}\". {wrong.Message}");
        }
    }

    private static Uri AddressOf(IConfiguration configuration, int policies)
    {
        // They would come in place of the address that is looked at here.
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new SettingsException("Kestrel:Endpoints is set. The sample is served at Urls alone: take it out, and give Urls one address, as http://127.0.0.1:5080.");
        var url = configuration["Urls"] ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address is not { Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" } || !IPAddress.TryParse(address.Host, out var host) || !IPAddress.IsLoopback(host))
            throw new SettingsException($"Urls is \"{url}\". The sample shows phones to whoever asks, so that it is served on loopback alone. Give one address without a path, as http://127.0.0.1:5080.");
        return address.Port + policies - 1 <= IPEndPoint.MaxPort
            ? address
            : throw new SettingsException($"Urls is \"{url}\", and {policies} policies have the ports from there on. Give a port up to {IPEndPoint.MaxPort - policies + 1}.");
    }

    private static string? PostgreSqlOf(IConfiguration configuration, int policies) => configuration["Store"] switch
    {
        "Sqlite" or null => null,
        "PostgreSql" when policies > 1 => throw new SettingsException("Store is PostgreSql: one database keeps the enrolments of one policy. Choose it with Policy."),
        "PostgreSql" => configuration.GetConnectionString("LoginVerification") is { Length: > 0 } connection
            ? Readable(connection)
            : throw new SettingsException($"Store is PostgreSql, and ConnectionStrings:LoginVerification is missing. Give it, as {ConnectionExample}."),
        var other => throw new SettingsException($"Store is \"{other}\". Write Sqlite or PostgreSql."),
    };

    /// <summary>The connection is told to nobody: it may hold a password.</summary>
    private static string Readable(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) is { Host.Length: > 0 }
                ? connection
                : throw new SettingsException($"ConnectionStrings:LoginVerification names no Host. Write it as {ConnectionExample}.");
        }
        catch (ArgumentException wrong)
        {
            throw new SettingsException($"ConnectionStrings:LoginVerification cannot be read: {wrong.Message} Write it as {ConnectionExample}.");
        }
    }

    private static string? ClockOf(string? file, string environment) => string.IsNullOrEmpty(file) ? null
        : environment != Environments.Development ? throw new SettingsException("Clock:OffsetFile moves the clock, which is for tests. Take it out, or set the environment to Development.")
        : Directory.Exists(file) ? throw new SettingsException($"Clock:OffsetFile is \"{file}\", a folder. Name a file with a number of seconds; it need not be there yet.")
        : file;
}

/// <summary>The configuration is wrong; the message says where, and what to write instead.</summary>
public sealed class SettingsException(string message) : Exception(message);
