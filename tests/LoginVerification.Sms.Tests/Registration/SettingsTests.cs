using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms.Tests.Registration;

/// <summary>Settings are checked at start, every error of them and of the wiring at once, and none repeats a secret.</summary>
public sealed class SettingsTests
{
    private const string Secret = "do-not-repeat-this\n";

    private static readonly Uri Server = new("http://127.0.0.1:9/");

    [Fact]
    public void Good_settings_start()
    {
        Assert.Empty(Errors(KannelErrors(_ => { })));
        Assert.Empty(Errors(TwilioErrors(_ => { })));
    }

    public static TheoryData<string> KannelCases => [.. WrongKannel.Keys];

    public static TheoryData<string> TwilioCases => [.. WrongTwilio.Keys];

    private static Dictionary<string, Action<KannelOptions>> WrongKannel { get; } = new()
    {
        ["Kannel: SendSms is no address"] = o => o.SendSms = null,
        ["Kannel: SendSms is no address of a gateway"] = o => o.SendSms = new Uri("ftp://example.com/"),
        ["Kannel: SendSms is no address of a gateway."] = o => o.SendSms = new Uri("https://user:password@example.com/"),
        ["Kannel: SendSms is http"] = o => o.SendSms = new Uri("http://sms.example.com/cgi-bin/sendsms"),
        ["Kannel: Username is empty"] = o => o.Username = "",
        ["Kannel: Password is empty or not printable ASCII"] = o => o.Password = Secret,
        ["Kannel: Password is empty"] = o => o.Password = null!,
        ["Kannel: From is no sender"] = o => o.From = "x\r\nX-Kannel-To: 1",
        ["Kannel: From is no sender."] = o => o.From = new string('1', 21),
        ["Kannel: Smsc is not"] = o => o.Smsc = "é",
        ["Kannel: ReportTo is no address"] = o => o.ReportTo = new Uri("/sms", UriKind.Relative),
        ["Kannel: ReportTo is no address that"] = o => o.ReportTo = new Uri("https://example.com/#x"),
        ["Kannel: CallbackSecrets is empty"] = o =>
        {
            o.ReportTo = new Uri("https://example.com/");
            o.CallbackSecrets.Clear();
        },
        ["Kannel: CallbackSecrets has one that is no secret"] = o => o.CallbackSecrets.Add("short"),
        ["Kannel: CallbackSecrets has one that is no secret."] = o => o.CallbackSecrets.Add("a%long&secret=that is not plain"),
        ["Kannel: Timeout must be at least 00:00:01 and less than 00:00:12"] = o => o.Timeout = TimeSpan.FromSeconds(12),
        ["Kannel: Timeout must be at least 00:00:01"] = o => o.Timeout = TimeSpan.FromSeconds(0.9),
        ["Kannel: Timeout must be"] = o => o.Timeout = Timeout.InfiniteTimeSpan,
    };

    private static Dictionary<string, Action<TwilioOptions>> WrongTwilio { get; } = new()
    {
        ["Twilio: AccountSid is none"] = o => o.AccountSid = "AC123",
        ["Twilio: AccountSid is none."] = o => o.AccountSid = $"AC{new string('a', 31)}/",
        ["Twilio: there is no ApiKeySid and AuthTokens is empty"] = o => o.AuthTokens.Clear(),
        ["Twilio: AuthTokens has one that is empty"] = o => o.AuthTokens.Add(""),
        ["Twilio: AuthTokens has one that is empty or not printable ASCII"] = o => o.AuthTokens.Add(Secret),
        ["Twilio: AuthTokens is empty, and no report could be verified"] = o =>
        {
            (o.ApiKeySid, o.ApiKeySecret, o.ReportTo) = ("SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "secret", new Uri("https://example.com/"));
            o.AuthTokens.Clear();
        },
        ["Twilio: ApiKeySid is none"] = o => (o.ApiKeySid, o.ApiKeySecret) = ("SK1", "secret"),
        ["Twilio: ApiKeySid and ApiKeySecret belong together"] = o => o.ApiKeySid = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ["Twilio: ApiKeySid and ApiKeySecret belong together."] = o => o.ApiKeySecret = "secret",
        ["Twilio: From and MessagingServiceSid are both there"] = o => o.MessagingServiceSid = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ["Twilio: From and MessagingServiceSid are both there, or neither is"] = o => o.From = null,
        ["Twilio: From is no sender"] = o => o.From = new string('1', 17),
        ["Twilio: MessagingServiceSid is none"] = o => (o.From, o.MessagingServiceSid) = (null, "MG1"),
        ["Twilio: ReportTo is no address"] = o => o.ReportTo = new Uri("mailto:x@example.com"),
        ["Twilio: Api is no address"] = o => o.Api = null,
        ["Twilio: Api is http"] = o => o.Api = new Uri("http://api.twilio.com/"),
        ["Twilio: Timeout must be at least 00:00:01 and less than 00:00:12"] = o => o.Timeout = TimeSpan.FromSeconds(30),
    };

    [Theory]
    [MemberData(nameof(KannelCases))]
    public void A_wrong_setting_of_Kannel_fails_the_start(string complaint) => OnlyComplains(complaint, KannelErrors(WrongKannel[complaint]));

    [Theory]
    [MemberData(nameof(TwilioCases))]
    public void A_wrong_setting_of_Twilio_fails_the_start(string complaint) => OnlyComplains(complaint, TwilioErrors(WrongTwilio[complaint]));

    [Fact]
    public void Http_may_be_allowed_where_nobody_else_can_listen() => Assert.Empty(Errors(KannelErrors(o =>
    {
        o.SendSms = new Uri("http://sms.internal:13013/cgi-bin/sendsms");
        o.AllowUnencrypted = true;
    })));

    [Fact]
    public void A_longer_lease_allows_a_longer_timeout()
    {
        Action<LoginVerificationBuilder> use = builder => builder.UseKannel(o =>
        {
            Senders.Kannel(o, Server);
            o.Timeout = TimeSpan.FromSeconds(20);
        });
        Assert.Single(Errors(use));
        Assert.Empty(Errors(use, o => o.OutboxLease = TimeSpan.FromSeconds(60)));
        Assert.Single(Errors(use, o => o.OutboxLease = TimeSpan.FromSeconds(50)));
    }

    [Fact]
    public async Task Every_error_of_the_wiring_and_the_gateway_comes_at_once()
    {
        Action<LoginVerificationBuilder> use = builder => builder.UseTwilio(_ => { });
        var errors = Errors(use, o => o.SendAttempts = 0);
        Assert.Contains(errors, error => error.StartsWith("SendAttempts", StringComparison.Ordinal));
        Assert.Equal(3, errors.Count(error => error.StartsWith("Twilio: ", StringComparison.Ordinal)));

        // In a host as well, before it serves.
        using var host = new HostBuilder().ConfigureServices(services => use(services.AddLoginVerification(o => o.SendAttempts = 0))).Build();
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Superset(errors.ToHashSet(), thrown.Failures.ToHashSet());
    }

    [Fact]
    public void The_last_choice_of_a_sender_wins_and_alone_is_checked()
    {
        Assert.Empty(Errors(builder => builder.UseKannel(_ => { }).UseTwilio(o => Senders.Twilio(o, Server))));
        Assert.Empty(Errors(builder => builder.UseKannel(_ => { }).UseConsole("Development")));
        using var host = Senders.Host(builder => builder.UseTwilio(o => Senders.Twilio(o, Server)).UseKannel(o => Senders.Kannel(o, Server)));
        Assert.IsType<KannelSender>(host.GetRequiredService<ISmsSender>());
    }

    [Fact]
    public void A_gateway_that_is_chosen_twice_is_checked_once()
    {
        var kannel = KannelErrors(o => o.Username = "");
        var twilio = TwilioErrors(o => o.AccountSid = "");
        Assert.StartsWith("Kannel: Username", Assert.Single(Errors(kannel + kannel)), StringComparison.Ordinal);
        Assert.StartsWith("Kannel: Username", Assert.Single(Errors(kannel + twilio + kannel)), StringComparison.Ordinal);
        Assert.StartsWith("Twilio: AccountSid", Assert.Single(Errors(twilio + kannel + twilio)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_reads_the_settings_of_a_gateway_whose_place_the_hosts_own_sender_took() => Assert.Empty(Errors(builder => builder
        .UseKannel(_ => throw new InvalidOperationException("They are read."))
        .Services.AddSingleton<ISmsSender>(new RecordingPhone())));

    [Fact]
    public void Settings_add_up()
    {
        using var host = Senders.Host(builder => builder.UseKannel(o => Senders.Kannel(o, Server)).UseKannel(o => o.From = "other"));
        Assert.Equal("other", host.GetRequiredService<IOptions<KannelOptions>>().Value.From);
        Assert.NotNull(host.GetRequiredService<IEnrolmentService>());
    }

    [Fact]
    public void Whether_real_phones_ring_is_a_setting()
    {
        using var fake = Senders.KannelHost(Server);
        using var live = Senders.TwilioHost(Server, o => o.IsLive = true);
        Assert.Equal((false, true), (fake.GetRequiredService<ISmsSender>().IsLive, live.GetRequiredService<ISmsSender>().IsLive));
        Assert.True(new KannelOptions().IsLive && new TwilioOptions().IsLive);
    }

    [Fact]
    public void A_section_sets_every_setting()
    {
        using var host = Senders.Host(builder => builder
            .UseKannel(Section(
                ("SendSms", "https://sms.example.com/cgi-bin/sendsms"), ("AllowUnencrypted", "true"), ("Username", "app"), ("Password", "secret"), ("From", "12345"), ("Smsc", "centre"),
                ("IsLive", "false"), ("ReportTo", "https://example.com/sms"), ("CallbackSecrets:0", Senders.CallbackSecret), ("CallbackSecrets:1", "the-older-secret-that-still-counts"), ("Timeout", "00:00:03")))
            .UseTwilio(Section(
                ("AccountSid", Senders.AccountSid), ("AuthTokens:0", "one"), ("ApiKeySid", "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), ("ApiKeySecret", "secret"), ("From", "+15005550006"),
                ("MessagingServiceSid", "MG"), ("ReportTo", "https://example.com/sms"), ("Api", "https://api.ie1.twilio.com/"), ("AllowUnencrypted", "true"), ("IsLive", "false"), ("Timeout", "00:00:04"))));
        var kannel = host.GetRequiredService<IOptions<KannelOptions>>().Value;
        var twilio = host.GetRequiredService<IOptions<TwilioOptions>>().Value;
        Assert.Empty(kannel.SectionErrors.Concat(twilio.SectionErrors));
        Assert.All(new object[] { kannel, twilio }, settings => AllSet(settings));
        Assert.Equal(("secret", TimeSpan.FromSeconds(3), 2), (kannel.Password, kannel.Timeout, kannel.CallbackSecrets.Count));
        Assert.Equal(("MG", new Uri("https://api.ie1.twilio.com/")), (twilio.MessagingServiceSid, twilio.Api));
    }

    [Fact]
    public void Whatever_a_section_says_that_is_no_setting_fails_the_start()
    {
        var errors = Errors(builder => builder.UseKannel(Section(
            ("SendSms", "no address"), ("Pasword", Secret), ("IsLive", "perhaps"), ("Timeout", "10"), ("CallbackSecrets", Secret), ("From:0", "x"))));
        Assert.Superset(
            new HashSet<string>
            {
                "Gateway:SendSms is no address. Write it whole, with https://.",
                "Gateway:Pasword is no setting. There are SendSms, AllowUnencrypted, Username, Password, From, Smsc, IsLive, ReportTo, CallbackSecrets, Timeout.",
                "Gateway:IsLive is neither true nor false.",
                "Gateway:Timeout is no duration. Write hh:mm:ss, for example 00:00:10.",
                "Gateway:CallbackSecrets is no list of texts.",
                "Gateway:From is no text.",
                "Kannel: Username is empty or not printable ASCII. Write that of the sendsms-user group.",
            },
            errors.ToHashSet());
        Assert.DoesNotContain(errors, error => error.Contains(Secret.Trim(), StringComparison.Ordinal));
        Assert.Contains("Gateway is not in the configuration.", Errors(builder => builder.UseTwilio(Section())));
    }

    private static void AllSet(object settings)
    {
        var fresh = Activator.CreateInstance(settings.GetType())!;
        foreach (var property in settings.GetType().GetProperties())
        {
            if (property.GetValue(settings) is IList<string> list)
                Assert.NotEmpty(list);
            else
                Assert.False(Equals(property.GetValue(fresh), property.GetValue(settings)), $"{property.Name} is as it was.");
        }
    }

    private static void OnlyComplains(string complaint, Action<LoginVerificationBuilder> use)
    {
        var error = Assert.Single(Errors(use));
        Assert.StartsWith(complaint, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret.Trim(), error, StringComparison.Ordinal);
    }

    private static Action<LoginVerificationBuilder> KannelErrors(Action<KannelOptions> change) => builder => builder.UseKannel(o =>
    {
        Senders.Kannel(o, Server);
        change(o);
    });

    private static Action<LoginVerificationBuilder> TwilioErrors(Action<TwilioOptions> change) => builder => builder.UseTwilio(o =>
    {
        Senders.Twilio(o, Server);
        change(o);
    });

    private static IReadOnlyList<string> Errors(Action<LoginVerificationBuilder> use, Action<LoginVerificationOptions>? wiring = null)
    {
        using var host = Senders.Host(use, wiring: wiring);
        try
        {
            host.GetRequiredService<IEnrolmentService>();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] entries) => new ConfigurationBuilder()
        .AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create($"Gateway:{entry.Key}", (string?)entry.Value)))
        .Build()
        .GetSection("Gateway");
}
