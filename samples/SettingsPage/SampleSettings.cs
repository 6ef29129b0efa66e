using System.Net;
using LoginVerification.Policies;

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

    public static SampleSettings Read(IConfiguration configuration, string environment)
    {
        var policies = configuration["Policy"] is { } named ? [PolicyOf(named)] : ShippedPolicies.Names.Select(ShippedPolicies.Load).ToList();
        return new SampleSettings
        {
            Policies = policies,
            Address = AddressOf(configuration["Urls"] ?? ""),
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
        return EnrolmentPolicy.FromJson(File.ReadAllText(named));
    }

    private static Uri AddressOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(address.Host, out var host) && IPAddress.IsLoopback(host)
            ? address
            : throw new SettingsException($"Urls is \"{url}\". The sample shows phones to whoever asks, so that it is served on loopback alone. Give one address, as http://127.0.0.1:5080.");

    private static string? PostgreSqlOf(IConfiguration configuration, int policies) => configuration["Store"] switch
    {
        "Sqlite" or null => null,
        "PostgreSql" when policies > 1 => throw new SettingsException("Store is PostgreSql: one database keeps the enrolments of one policy. Choose it with Policy."),
        "PostgreSql" => configuration.GetConnectionString("LoginVerification") is { Length: > 0 } connection
            ? connection
            : throw new SettingsException("Store is PostgreSql, and ConnectionStrings:LoginVerification is missing. Give it, as \"Host=localhost;Username=app;Database=app\"."),
        var other => throw new SettingsException($"Store is \"{other}\". Write Sqlite or PostgreSql."),
    };

    private static string? ClockOf(string? file, string environment) => file is null || environment == Environments.Development
        ? file
        : throw new SettingsException("Clock:OffsetFile moves the clock, which is for tests. Take it out, or set the environment to Development.");
}

/// <summary>The configuration is wrong; the message says where, and what to write instead.</summary>
public sealed class SettingsException(string message) : Exception(message);
