using LoginVerification.WebPush.Tests.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoginVerification.WebPush.Tests.Registration;

/// <summary>Settings are checked at start, every error of them and of the wiring at once, and none repeats a key.</summary>
public sealed class SettingsTests
{
    private const string Secret = "do-not-repeat-this";

    private static readonly (string PublicKey, string PrivateKey) Others = Example.VapidKeys.Make();

    [Fact]
    public void Good_settings_start() => Assert.Empty(Errors(Filled(_ => { })));

    public static TheoryData<string> Cases => [.. Wrong.Keys];

    private static Dictionary<string, Action<WebPushOptions>> Wrong { get; } = new()
    {
        ["WebPush: Subject is no contact"] = o => o.Subject = "",
        ["WebPush: Subject is no contact."] = o => o.Subject = null!,
        ["WebPush: Subject is no contact. "] = o => o.Subject = "operations@example.com",
        ["WebPush: Subject is no contact. Write"] = o => o.Subject = "mailto:",
        ["WebPush: Subject is no contact. Write "] = o => o.Subject = "http://example.com/",
        ["WebPush: Subject is no contact. Write m"] = o => o.Subject = """mailto:a@example.com","exp":9999999999,"x":"@y""",
        ["WebPush: Subject is no contact. Write ma"] = o => o.Subject = "mailto:a@example.com\r\nX: y",
        ["WebPush: PublicKey is none"] = o => o.PublicKey = "",
        ["WebPush: PublicKey is none."] = o => o.PublicKey = null!,
        ["WebPush: PublicKey is none. "] = o => o.PublicKey = Secret,
        ["WebPush: PublicKey is none. W"] = o => o.PublicKey = $"BA{new string('A', 85)}",
        ["WebPush: PublicKey is none. Wr"] = o => o.PublicKey += "=",
        ["WebPush: PrivateKey is none"] = o => o.PrivateKey = "",
        ["WebPush: PrivateKey is none."] = o => o.PrivateKey = null!,
        ["WebPush: PrivateKey is none. "] = o => o.PrivateKey = Secret,
        ["WebPush: PrivateKey is none. W"] = o => o.PrivateKey += "=",
        ["WebPush: PublicKey and PrivateKey are no pair"] = o => o.PrivateKey = Others.PrivateKey,
        ["WebPush: PublicKey and PrivateKey are no pair."] = o => o.PublicKey = Others.PublicKey,
        ["WebPush: PublicKey and PrivateKey are no pair. "] = o => o.PrivateKey = new string('A', 43),
        ["WebPush: PublicKey and PrivateKey are no pair. W"] = o => o.PrivateKey = "__________________________________________8",
        ["WebPush: AllowedHosts has one that is no name"] = o => o.AllowedHosts.Add("https://push.example.com"),
        ["WebPush: AllowedHosts has one that is no name "] = o => o.AllowedHosts.Add("push.example.com:8443"),
        ["WebPush: AllowedHosts has one that is no name o"] = o => o.AllowedHosts.Add("*"),
        ["WebPush: AllowedHosts has one that is no name of"] = o => o.AllowedHosts.Add("*.com"),
        ["WebPush: AllowedHosts has one that is no name of "] = o => o.AllowedHosts.Add("localhost"),
        ["WebPush: AllowedHosts has one that is no name of a"] = o => o.AllowedHosts.Add("127.0.0.1"),
        ["WebPush: AllowedHosts has one that is no name of a "] = o => o.AllowedHosts.Add("[::1]"),
        ["WebPush: AllowedHosts has one that is no name of a h"] = o => o.AllowedHosts.Add(""),
        ["WebPush: AllowedHosts has one that is no name of a ho"] = o => o.AllowedHosts.Add(null!),
        ["WebPush: AllowedHosts has one that is no name of a hos"] = o => o.AllowedHosts.Add("push.*.example.com"),
        ["WebPush: Timeout must be at least 00:00:01 and less than 00:00:12"] = o => o.Timeout = TimeSpan.FromSeconds(12),
        ["WebPush: Timeout must be at least 00:00:01"] = o => o.Timeout = TimeSpan.FromSeconds(0.9),
        ["WebPush: Timeout must be"] = o => o.Timeout = Timeout.InfiniteTimeSpan,
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_wrong_setting_fails_the_start(string complaint)
    {
        var error = Assert.Single(Errors(Filled(Wrong[complaint])));
        Assert.StartsWith(complaint, error, StringComparison.Ordinal);
        Assert.All([Secret, Senders.Keys.PrivateKey, Others.PrivateKey], secret => Assert.DoesNotContain(secret, error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mailto:operations@example.com")]
    [InlineData("https://example.com/contact")]
    public void A_subject_is_an_address_of_people(string subject) => Assert.Empty(Errors(Filled(o => o.Subject = subject)));

    [Fact]
    public void Private_keys_that_begin_with_nought_are_some()
    {
        // One in 256 has a leading zero, which must not get lost.
        var pair = Enumerable.Repeat(0, 20_000).Select(_ => Example.VapidKeys.Make()).First(made => made.PrivateKey is ['A', >= 'A' and <= 'P', ..]);
        Assert.Empty(Errors(Filled(o => (o.PublicKey, o.PrivateKey) = pair)));
    }

    [Fact]
    public void A_longer_lease_allows_a_longer_timeout()
    {
        var use = Filled(o => o.Timeout = TimeSpan.FromSeconds(20));
        Assert.Single(Errors(use));
        Assert.Empty(Errors(use, o => o.OutboxLease = TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Every_error_of_the_wiring_and_of_Web_Push_comes_at_once()
    {
        Action<LoginVerificationBuilder> use = builder => builder.UseWebPush(o => o.AllowedHosts.Add("*"));
        var errors = Errors(use, o => o.SendAttempts = 0);
        Assert.Contains(errors, error => error.StartsWith("SendAttempts", StringComparison.Ordinal));
        Assert.Equal(4, errors.Count(error => error.StartsWith("WebPush: ", StringComparison.Ordinal)));

        // In a host as well, before it serves.
        using var host = new HostBuilder().ConfigureServices(services => use(services.AddLoginVerification(o => o.SendAttempts = 0))).Build();
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Superset(errors.ToHashSet(), thrown.Failures.ToHashSet());
    }

    [Fact]
    public void The_last_choice_of_a_push_sender_wins_and_alone_is_checked()
    {
        Assert.Empty(Errors(builder => builder.UseWebPush(_ => { }).UsePush(new Nobody())));
        using var host = Senders.Host(builder => builder.UsePush(new Nobody()).UseWebPush(Senders.Fill));
        Assert.IsType<WebPushSender>(host.GetRequiredService<IPushSender>());
    }

    [Fact]
    public void Chosen_twice_it_is_checked_once()
    {
        var use = Filled(o => o.Subject = "");
        Assert.StartsWith("WebPush: Subject", Assert.Single(Errors(use + use)), StringComparison.Ordinal);
        Assert.StartsWith("WebPush: Subject", Assert.Single(Errors(use + (builder => builder.UsePush(new Nobody())) + use)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_reads_the_settings_when_the_hosts_own_sender_took_the_place() => Assert.Empty(Errors(builder => builder
        .UseWebPush(_ => throw new InvalidOperationException("They are read."))
        .Services.AddSingleton<IPushSender>(new Nobody())));

    [Fact]
    public void Settings_add_up()
    {
        using var host = Senders.Host(builder => builder.UseWebPush(Senders.Fill).UseWebPush(o => o.Subject = "https://example.com/"));
        Assert.Equal("https://example.com/", host.GetRequiredService<IOptions<WebPushOptions>>().Value.Subject);
        Assert.NotNull(host.GetRequiredService<IEnrolmentService>());
    }

    [Fact]
    public void A_section_sets_every_setting()
    {
        using var host = Senders.Host(builder => builder.UseWebPush(Section(
            ("Subject", "https://example.com/"), ("PublicKey", Others.PublicKey), ("PrivateKey", Others.PrivateKey), ("AllowedHosts:0", "push.example.com"), ("AllowedHosts:1", "*.example.org"), ("Timeout", "00:00:03"))));
        var settings = host.GetRequiredService<IOptions<WebPushOptions>>().Value;
        Assert.Empty(settings.SectionErrors);
        Assert.Equal(("https://example.com/", Others.PublicKey, Others.PrivateKey, TimeSpan.FromSeconds(3)), (settings.Subject, settings.PublicKey, settings.PrivateKey, settings.Timeout));
        Assert.Equal(["push.example.com", "*.example.org"], settings.AllowedHosts);
        // A new setting is read from a section, too.
        Assert.Equal(5, typeof(WebPushOptions).GetProperties().Length);
        Assert.NotNull(host.GetRequiredService<IEnrolmentService>());
    }

    [Fact]
    public void Whatever_a_section_says_that_is_no_setting_fails_the_start()
    {
        var errors = Errors(builder => builder.UseWebPush(Section(("Subjekt", Secret), ("PrivateKey:0", Secret), ("AllowedHosts", Secret), ("Timeout", "10"))));
        Assert.Superset(
            new HashSet<string>
            {
                "Push:Subjekt is no setting. There are Subject, PublicKey, PrivateKey, AllowedHosts, Timeout.",
                "Push:PrivateKey is no text.",
                "Push:AllowedHosts is no list of texts.",
                "Push:Timeout is no duration. Write hh:mm:ss, for example 00:00:10.",
                "WebPush: PrivateKey is none. Write 32 bytes as base64url without padding.",
            },
            errors.ToHashSet());
        Assert.DoesNotContain(errors, error => error.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains("Push is not in the configuration.", Errors(builder => builder.UseWebPush(Section())));
    }

    private static Action<LoginVerificationBuilder> Filled(Action<WebPushOptions> change) => builder => builder.UseWebPush(o =>
    {
        Senders.Fill(o);
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
        .AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create($"Push:{entry.Key}", (string?)entry.Value)))
        .Build()
        .GetSection("Push");

    private sealed class Nobody : IPushSender
    {
        public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken) => Task.FromResult(PushReceipt.Accepted);
    }
}
