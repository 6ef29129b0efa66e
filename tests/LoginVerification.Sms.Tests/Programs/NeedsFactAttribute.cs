using LoginVerification.Store.Tests;

namespace LoginVerification.Sms.Tests.Programs;

/// <summary>A test that is skipped, with the reason, where what it runs beside is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] what) => Skip = Needs.Missing(what);
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] what) => Skip = Needs.Missing(what);
}

/// <summary>What tests run beside, and how to get it.</summary>
internal static class Needs
{
    public const string Kannel = "Kannel";
    public const string Prism = "Prism";
    public const string Postgres = "PostgreSQL";

    /// <summary>Where Debian's packages put it.</summary>
    public const string Bearerbox = "/usr/sbin/bearerbox";
    public const string Smsbox = "/usr/sbin/smsbox";
    public const string FakeSmsc = "/usr/lib/kannel/test/fakesmsc";

    public static string PrismScript => Repository.PathOf("tests/LoginVerification.Sms.Tests/node_modules/@stoplight/prism-cli/dist/index.js");

    /// <summary>Twilio's own description of its API, as Twilio's npm package brings it.</summary>
    public static string TwilioDescription => Repository.PathOf("tests/LoginVerification.Sms.Tests/node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json");

    public static string? Missing(params IEnumerable<string> all) => all.Select(Reason).FirstOrDefault(reason => reason is not null);

    private static string? Reason(string what) => what switch
    {
        Kannel => Without([Bearerbox, Smsbox, FakeSmsc], "Install the Debian packages kannel and kannel-extras."),
        Postgres => PostgresServer.Missing,
        Prism => Without([PrismScript, TwilioDescription], "Run npm ci --ignore-scripts in tests/LoginVerification.Sms.Tests."),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static string? Without(IEnumerable<string> files, string mend) =>
        files.FirstOrDefault(file => !File.Exists(file)) is { } missing ? $"{missing} is not there. {mend}" : null;
}
