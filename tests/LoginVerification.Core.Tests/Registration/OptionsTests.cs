using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Tests;

/// <summary>Wrong wiring fails at start, with every error at once and what to write instead.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void Nothing_set_tells_every_missing_part_at_once()
    {
        var errors = ErrorsOf(new ServiceCollection().AddLoginVerification(_ => { }));
        Assert.Contains(errors, error => error.Contains("o.SmsHost = \"example.com\"", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("o.CodeKeys[", StringComparison.Ordinal));
        foreach (var mend in new[] { "UseSms<YourSender>()", "UseNotifier<YourNotifier>()", "UseInMemoryStore()", "UsePhoneNumbers()" })
            Assert.Contains(errors, error => error.Contains(mend, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0:0:0")]
    [InlineData("-0:0:1")]
    [InlineData("2:0:0")]
    public void Waits_of_zero_below_or_over_the_bound_are_told_each(string wait)
    {
        var span = TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture);
        var errors = ErrorsOf(Complete(o => (o.OutboxLease, o.FirstRetry, o.LongestRetry, o.SendAttempts) = (span, span, span, 0)));
        foreach (var option in new[] { "OutboxLease", "FirstRetry", "LongestRetry", "SendAttempts" })
            Assert.Contains(errors, error => error.Contains(option, StringComparison.Ordinal));
    }

    /// <summary>A lease is known by its end: a store that cuts it to what it keeps would find no message again.</summary>
    [Fact]
    public void Waits_with_a_part_of_a_millisecond_are_told_each()
    {
        var span = TimeSpan.FromTicks(300_000_001);
        var errors = ErrorsOf(Complete(o => (o.OutboxLease, o.FirstRetry, o.LongestRetry) = (span, span, span)));
        Assert.Equal(
            new[] { "OutboxLease", "FirstRetry", "LongestRetry" }.Select(option => $"{option} must be in whole milliseconds, which is what stores keep. Here it is 00:00:30.0000001."),
            errors);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("example.com/login")]
    [InlineData("exa mple.com")]
    [InlineData("")]
    public void A_host_name_has_neither_scheme_nor_path(string host) =>
        Assert.Contains(ErrorsOf(Complete(o => o.SmsHost = host)), error => error.StartsWith("SmsHost", StringComparison.Ordinal));

    [Fact]
    public void A_short_key_and_an_unknown_current_key_are_told_without_the_key()
    {
        var errors = ErrorsOf(Complete(o =>
        {
            o.CodeKeys["short"] = [1, 2, 3];
            o.CurrentCodeKey = "missing";
        }));
        Assert.Contains(errors, error => error.Contains("CodeKeys[\"short\"] has fewer than 32 bytes", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("CurrentCodeKey names no key", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_keys_need_a_current_one() =>
        Assert.Contains(ErrorsOf(Complete(o => o.CodeKeys["next"] = RandomNumberGenerator.GetBytes(32))), error => error.StartsWith("CurrentCodeKey", StringComparison.Ordinal));

    [Theory]
    [InlineData("Your code has no placeholder.", "has no {code}")]
    [InlineData("{code} — הקוד שלך לאימות הכניסה לחשבון, נא לא למסור אותו לאיש בשום אופן", "does not fit one SMS")]
    public void A_text_without_a_place_for_the_code_or_over_one_segment_is_told(string text, string error) =>
        Assert.Contains(ErrorsOf(Complete(o => o.SmsTexts["he"] = new SmsTexts(text, "ok"))), told => told.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("2026-\0")]
    [InlineData("2026-½")]
    public void The_id_of_a_key_is_text_that_every_store_keeps(string id) => Assert.Contains(
        ErrorsOf(Complete(o => o.CodeKeys[Half(id)] = RandomNumberGenerator.GetBytes(32))),
        error => error.StartsWith("The id of a key has 1 to 64 characters of well-formed Unicode", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("English")]
    [InlineData("e")]
    [InlineData("he-")]
    [InlineData("he IL")]
    [InlineData("he-IL-IL")]
    [InlineData("עברית")]
    [InlineData("en½")]
    [InlineData("en-u")]
    public void A_text_under_what_is_no_language_tag_would_never_be_found_and_is_told(string tag) => Assert.Contains(
        ErrorsOf(Complete(o => o.SmsTexts[Half(tag)] = SmsTexts.English)), error => error.Contains("is under no language tag (BCP 47)", StringComparison.Ordinal));

    [Theory]
    [InlineData("he")]
    [InlineData("PT-br")]
    [InlineData("zh-Hant-TW")]
    [InlineData("zh-cmn-Hans")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-CH-x-phonebk")]
    [InlineData("en-a-myext-b-another")]
    [InlineData("es-419")]
    [InlineData("i-lux")]
    [InlineData("en-GB-oed")]
    [InlineData("x-whatever")]
    public void Every_language_tag_can_have_texts(string tag) => Assert.Empty(ErrorsOf(Complete(o => o.SmsTexts[tag] = SmsTexts.English)));

    [Theory]
    [InlineData("{code} is yours.", "", "a text that is empty")]
    [InlineData("{code} is yours.", " \n", "a text that is empty")]
    [InlineData("{code} is yours.½", "gone", "no well-formed Unicode")]
    [InlineData("{code}\0", "gone", "no well-formed Unicode")]
    [InlineData("{code}", "gone½", "no well-formed Unicode")]
    [InlineData("@evil.example #{code}", "gone", "a line that begins with @")]
    [InlineData("Yours:\n@evil.example #{code}", "gone", "a line that begins with @")]
    [InlineData("Yours: {code}\r@evil.example #1", "gone", "a line that begins with @")]
    [InlineData("Yours: {code}\u2028 @evil.example #1", "gone", "a line that begins with @")]
    [InlineData("{code}", "gone\n@evil.example #123456", "a line that begins with @")]
    public void A_text_that_is_none_or_makes_a_second_origin_line_is_told(string code, string numberReplaced, string told) => Assert.Contains(
        told, Assert.Single(ErrorsOf(Complete(o => o.SmsTexts["en"] = new SmsTexts(Half(code), Half(numberReplaced))))), StringComparison.Ordinal);

    [Fact]
    public void A_text_may_have_lines_and_write_to_an_address() =>
        Assert.Empty(ErrorsOf(Complete(o => o.SmsTexts["en"] = new SmsTexts("{code}\nis yours", "Gone. Write to\nhelp@example.com"))));

    [Theory]
    [InlineData("he", "{code} הוא קוד האימות שלך")]
    [InlineData("ar", "{code} رمز التحقق الخاص بك")]
    public async Task A_language_has_its_own_text_and_the_last_line_stays(string language, string text)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SmsTexts[language] = new SmsTexts(text, text)));
        await host.Service.HandleAsync(Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now) with { Language = $"{language}-XX" }, new SubmitPhone("+972502345678"));
        var sms = Assert.Single(host.Phone.Messages);
        Assert.Equal($"{text.Replace("{code}", host.Phone.LastCode, StringComparison.Ordinal)}\n@example.com #{host.Phone.LastCode}", sms.Text);
        Assert.True(sms.Text.Length <= 70);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Prod")]
    [InlineData("Staging")]
    [InlineData("Dev")]
    [InlineData("")]
    public void The_console_starts_in_Development_alone(string environment)
    {
        var errors = ErrorsOf(Wired().UseConsole(environment));
        Assert.Contains(errors, error => error.Contains("codes", StringComparison.Ordinal) && error.Contains("UseSms<YourSender>()", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("notices", StringComparison.Ordinal) && error.Contains("UseNotifier<YourNotifier>()", StringComparison.Ordinal));
        Assert.Empty(ErrorsOf(Wired().UseConsole(environment).UseConsole("Development")));
        Assert.Empty(ErrorsOf(Wired().UseConsole("development")));
    }

    [Fact]
    public void A_console_that_was_replaced_by_half_still_does_not_start()
    {
        Assert.Contains("UseNotifier<YourNotifier>()", Assert.Single(ErrorsOf(Wired().UseConsole("Production").UseSms<RecordingPhone>())), StringComparison.Ordinal);
        Assert.Contains("UseSms<YourSender>()", Assert.Single(ErrorsOf(Wired().UseConsole("Production").UseNotifier<RecordingOwner>())), StringComparison.Ordinal);
        Assert.Empty(ErrorsOf(Wired().UseConsole("Production").UseSms<RecordingPhone>().UseNotifier<RecordingOwner>()));
    }

    [Theory]
    [InlineData("removePhoneWhileEnabled: disableSilently")]
    [InlineData("onStop: removePhone")]
    [InlineData("onPhoneInvalidated: disableSilently")]
    public void A_policy_that_is_meant_for_research_starts_where_it_is_allowed_and_is_told_in_the_log(string value)
    {
        var document = TestPolicies.Document;
        var policy = EnrolmentPolicy.Create(value[..value.IndexOf(':', StringComparison.Ordinal)] switch
        {
            "removePhoneWhileEnabled" => document with { RemovePhoneWhileEnabled = RemovePhoneMode.DisableSilently },
            "onStop" => document with { OnStop = StopMode.RemovePhone },
            _ => document with { OnPhoneInvalidated = InvalidationMode.DisableSilently },
        });
        var refused = Assert.Single(ErrorsOf(Wired().UseConsole("Development").UsePolicy(policy)));
        Assert.Contains(value, refused, StringComparison.Ordinal);
        Assert.Contains("AllowResearchPolicy()", refused, StringComparison.Ordinal);

        var log = new RecordingLog();
        var allowed = Wired().UseConsole("Development").UsePolicy(policy).AllowResearchPolicy();
        allowed.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log);
        Assert.Empty(ErrorsOf(allowed));
        Assert.Contains(value, Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_for_exploration_alone_does_not_start_whatever_the_host_allows()
    {
        var document = TestPolicies.Document;
        var guessed = EnrolmentPolicy.Create(document with { Research = true, Code = document.Code with { Digits = 4 }, Lock = document.Lock with { EveryFailures = PolicyLimits.Unlimited } });
        foreach (var wired in new[] { Wired().UseConsole("Development").UsePolicy(guessed), Wired().UseConsole("Development").AllowResearchPolicy().UsePolicy(guessed), Wired().UseConsole("Development").UsePolicy(guessed).AllowResearchPolicy() })
        {
            var refused = Assert.Single(ErrorsOf(wired));
            Assert.Contains("with AllowResearchPolicy() or without", refused, StringComparison.Ordinal);
            Assert.EndsWith("; $.code.digits: 4 is out of bounds. Write 6 to 8; $.lock.everyFailures: \"unlimited\" is out of bounds. Write 1 to 20.", refused, StringComparison.Ordinal);
        }

        // It is the word that keeps it out, and not what it says besides.
        Assert.Contains("\"research\": true", Assert.Single(ErrorsOf(Wired().UseConsole("Development").UsePolicy(EnrolmentPolicy.Create(document with { Research = true })))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_where_the_host_made_options_that_nobody_checks()
    {
        var options = new LoginVerificationOptions();
        Valid(options);
        var services = Wired().UseConsole("Development").UsePolicy(EnrolmentPolicy.Create(TestPolicies.Document with { Research = true })).Services;
        services.AddSingleton(Options.Create(options));
        using var provider = services.BuildServiceProvider();

        Assert.Contains("\"research\": true", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IEnrolmentService>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_policy_but_the_story_starts_without_a_word() => Assert.Equal(
        ["twitter-2014", "twitter-2014-web-takes-code"],
        ShippedPolicies.Names.Where(name => ErrorsOf(Wired().UseConsole("Development").UsePolicy(ShippedPolicies.Load(name))).Count > 0).Order());

    [Fact]
    public void Null_is_told_like_any_wrong_value()
    {
        Assert.Empty(ErrorsOf(Complete(o => o.CurrentCodeKey = null!)));
        Assert.Contains(ErrorsOf(Complete(o => o.SmsTexts["he"] = null!)), error => error.Contains("SmsTexts[\"he\"] is null", StringComparison.Ordinal));
        Assert.Contains(ErrorsOf(Complete(o => o.CodeKeys["test"] = null!)), error => error.Contains("CodeKeys[\"test\"]", StringComparison.Ordinal));
    }

    [Fact]
    public void Registering_twice_is_registering_once()
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(Valid).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        services.AddLoginVerification(o => o.SendAttempts = 3).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        using var provider = services.BuildServiceProvider();
        Assert.Single(provider.GetServices<IEnrolmentService>());
        Assert.Single(provider.GetServices<ISmsSender>());
        Assert.Equal(3, provider.GetRequiredService<IOptions<LoginVerificationOptions>>().Value.SendAttempts);
    }

    /// <summary>An attribute cannot hold half a surrogate pair.</summary>
    private static string Half(string text) => text.Replace('½', '\uD83D');

    private static LoginVerificationBuilder Wired() => new ServiceCollection().AddLoginVerification(Valid).UsePhoneNumbers().UseInMemoryStore();

    private static LoginVerificationBuilder Complete(Action<LoginVerificationOptions> wrong) =>
        new ServiceCollection().AddLoginVerification(o => { Valid(o); wrong(o); }).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");

    private static void Valid(LoginVerificationOptions options)
    {
        options.SmsHost = "example.com";
        options.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
    }

    private static IReadOnlyList<string> ErrorsOf(LoginVerificationBuilder builder)
    {
        using var provider = builder.Services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IEnrolmentService>();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
    }
}
