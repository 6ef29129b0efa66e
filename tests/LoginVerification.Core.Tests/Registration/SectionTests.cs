using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Tests;

/// <summary>The wiring from a section of the configuration: read strictly, every error at once, and no key repeated.</summary>
public sealed class SectionTests
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Every_option_can_be_written_in_a_section()
    {
        var options = Read(new()
        {
            ["SmsHost"] = "example.com",
            ["CurrentCodeKey"] = "2026-11",
            ["CodeKeys:2026-05"] = Key,
            ["CodeKeys:2026-11"] = Key,
            ["SmsTexts:he:Code"] = "{code} הוא קוד האימות שלך",
            ["SmsTexts:he:NumberReplaced"] = "הטלפון הזה לא יקבל עוד קודים",
            ["OutboxInterval"] = "00:00:04",
            ["RunsOutbox"] = "false",
            ["OutboxLease"] = "00:00:40",
            ["FirstRetry"] = "00:00:07",
            ["LongestRetry"] = "00:08:00",
            ["SendAttempts"] = "9",
            ["SendWait"] = "00:00:02.5",
            ["SendsSideBySide"] = "4",
            ["PortDeadline"] = "00:00:03",
        }).GetRequiredService<IOptions<LoginVerificationOptions>>().Value;

        Assert.Equal(("example.com", "2026-11", 9, 4), (options.SmsHost, options.CurrentCodeKey, options.SendAttempts, options.SendsSideBySide));
        Assert.False(options.RunsOutbox);
        Assert.Equal([4, 40, 7, 480, 2.5, 3], new[] { options.OutboxInterval, options.OutboxLease, options.FirstRetry, options.LongestRetry, options.SendWait, options.PortDeadline }.Select(wait => wait.TotalSeconds));
        Assert.Equal(["2026-05", "2026-11"], options.CodeKeys.Keys.Order());
        Assert.Equal(32, options.CodeKeys["2026-11"].Length);
        Assert.Equal("{code} הוא קוד האימות שלך", options.SmsTexts["HE"].Code);
        // An option that no section can set is noticed here.
        Assert.Equal(13, typeof(LoginVerificationOptions).GetProperties().Length);
    }

    [Fact]
    public void Every_error_is_told_at_once_with_its_place_and_without_the_key()
    {
        var errors = ErrorsOf(new()
        {
            ["SmsHost"] = "https://example.com",
            ["Smshosts"] = "example.com",
            ["CodeKeys:old"] = "not base64 at all!",
            ["CodeKeys:short"] = "c2hvcnQ=",
            ["CurrentCodeKey"] = "missing",
            ["OutboxLease"] = "30",
            ["FirstRetry"] = "soon",
            ["LongestRetry"] = "02:00:00",
            ["SendAttempts"] = "many",
            ["SmsTexts:en:Kode"] = "text",
            ["SmsTexts"] = "English",
            ["SmsTexts:he"] = "Hebrew",
            ["SmsTexts:he:Code"] = "{code}",
            ["SmsTexts:he:NumberReplaced"] = "gone",
        });
        string[] expected =
        [
            "LoginVerification:Smshosts is no setting. There are SmsHost, CodeKeys, ",
            "LoginVerification:CodeKeys:old is no base64.",
            "LoginVerification:OutboxLease is no duration. Write hh:mm:ss",
            "LoginVerification:FirstRetry is no duration.",
            "LoginVerification:SendAttempts is no whole number.",
            "LoginVerification:SmsTexts:en:Kode is no setting. There are Code, NumberReplaced.",
            "LoginVerification:SmsTexts holds a value. Write a language below it",
            "LoginVerification:SmsTexts:he holds a value. Write Code, NumberReplaced below it",
            "SmsHost is the bare host name",
            "CodeKeys[\"short\"] has fewer than 32 bytes",
            "CurrentCodeKey names no key",
            "LongestRetry must be between",
            "SmsTexts[\"en\"] is null",
        ];
        Assert.All(expected, told => Assert.Contains(errors, error => error.StartsWith(told, StringComparison.Ordinal)));
        Assert.DoesNotContain(errors, error => error.Contains("not base64 at all", StringComparison.Ordinal) || error.Contains("c2hvcnQ=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_that_is_not_there_is_told() =>
        Assert.Contains(ErrorsOf([]), error => error.StartsWith("LoginVerification is not in the configuration.", StringComparison.Ordinal));

    [Fact]
    public void Code_after_the_section_adds_to_it()
    {
        var services = Register(new() { ["SmsHost"] = "example.com" });
        services.AddLoginVerification(options => options.CodeKeys["vault"] = RandomNumberGenerator.GetBytes(32));
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IEnrolmentService>());
    }

    private static IReadOnlyList<string> ErrorsOf(Dictionary<string, string?> section) =>
        [.. Assert.Throws<OptionsValidationException>(Read(section).GetRequiredService<IEnrolmentService>).Failures];

    private static ServiceProvider Read(Dictionary<string, string?> section) => Register(section).BuildServiceProvider();

    private static ServiceCollection Register(Dictionary<string, string?> section)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(section.Select(entry => KeyValuePair.Create($"LoginVerification:{entry.Key}", entry.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddLoginVerification(configuration.GetSection("LoginVerification")).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        return services;
    }
}
