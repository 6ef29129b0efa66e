using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>What a push service gets.</summary>
public sealed class WebPushSenderTests
{
    [Fact]
    public async Task The_app_reads_that_somebody_signs_in_and_nothing_else()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.Address)));

        var push = Assert.Single(service.Pushes);
        Assert.Equal(("POST", PushService.Host, app.Path), (push.Method, push.Host, push.Path));
        Assert.Equal("aes128gcm", push.Headers["Content-Encoding"]);
        Assert.Equal($"{push.Body.Length}", push.Headers["Content-Length"]);
        Assert.Equal("""{"type":"signIn"}""", app.Read(push));
    }

    [Fact]
    public async Task Nothing_but_what_a_push_needs_stands_in_its_head()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        await host.WakeAsync(Senders.Message(app.Address));

        Assert.Equal(
            ["Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Host", "TTL", "Topic", "Urgency"],
            Assert.Single(service.Pushes).Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_host_proves_itself_by_a_signed_token_for_this_push_service_that_ends_within_a_day()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        await host.WakeAsync(Senders.Message(app.Address));

        var proof = Assert.Single(service.Pushes).Headers["Authorization"];
        Assert.StartsWith("vapid t=", proof, StringComparison.Ordinal);
        var (token, key) = proof["vapid t=".Length..].Split(", k=") is [var first, var second] ? (first, second) : throw new InvalidDataException(proof);
        Assert.Equal(Senders.Keys.PublicKey, key);
        var parts = token.Split('.');
        using var verifier = ECDsa.Create(WebPushCipher.Point(Base64Url.DecodeFromChars(key)));
        Assert.True(verifier.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        Assert.Equal(("JWT", "ES256"), (head.RootElement.GetProperty("typ").GetString(), head.RootElement.GetProperty("alg").GetString()));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal(["aud", "exp", "sub"], claims.RootElement.EnumerateObject().Select(claim => claim.Name).Order());
        Assert.Equal($"https://{PushService.Host}", claims.RootElement.GetProperty("aud").GetString());
        Assert.Equal(Senders.Subject, claims.RootElement.GetProperty("sub").GetString());
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Assert.InRange(claims.RootElement.GetProperty("exp").GetInt64(), now + 3600, now + (24 * 3600));
    }

    [Theory]
    [InlineData(120_000, "120")]
    [InlineData(1_999, "1")]
    [InlineData(1, "1")]
    [InlineData(100L * 24 * 3600 * 1000, "2419200")]
    public async Task A_push_service_keeps_it_as_long_as_it_is_of_use(long milliseconds, string seconds)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = Senders.Host(service, more: services => services.AddSingleton<TimeProvider>(time));

        await host.WakeAsync(Senders.Message(app.Address, life: Duration.FromMilliseconds(milliseconds), now: Instant.FromDateTimeOffset(time.GetUtcNow())));

        var push = Assert.Single(service.Pushes);
        Assert.Equal((seconds, "high"), (push.Headers["TTL"], push.Headers["Urgency"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    public async Task What_is_of_no_use_any_more_is_not_sent(int seconds)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = Senders.Host(service, more: services => services.AddSingleton<TimeProvider>(time));

        var receipt = await host.WakeAsync(Senders.Message(app.Address, life: Duration.FromSeconds(seconds), now: Instant.FromDateTimeOffset(time.GetUtcNow())));

        Assert.Equal(PushReceipt.Rejected, receipt);
        Assert.Empty(service.Pushes);
    }

    [Fact]
    public async Task Each_attempt_has_the_topic_of_the_message_so_that_it_takes_the_place_of_the_one_before()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        await host.WakeAsync(Senders.Message(app.Address));
        await host.WakeAsync(Senders.Message(app.Address));
        await host.WakeAsync(Senders.Message(app.Address, "another"));

        Assert.Equal([Senders.Id, Senders.Id, "another"], service.Pushes.Select(push => push.Headers["Topic"]));
        // Nothing of one push comes again in the next: key, salt and cipher text are its own.
        Assert.Equal(3, service.Pushes.Select(push => Convert.ToHexString(push.Body[..16])).Distinct().Count());
        Assert.Equal(3, service.Pushes.Select(push => Convert.ToHexString(push.Body[21..86])).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("too long: fedcba98765432100123456789abcdef")]
    [InlineData("no/topic")]
    [InlineData("שלום")]
    public void An_id_that_is_no_topic_gets_one_of_its_own(string id)
    {
        var topic = WebPushSender.TopicOf(id);
        Assert.Equal(32, topic.Length);
        Assert.All(topic, unit => Assert.True(char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'));
        Assert.Equal(topic, WebPushSender.TopicOf(id));
        Assert.NotEqual(topic, WebPushSender.TopicOf(id + "."));
    }

    [Fact]
    public async Task Many_pushes_at_once_are_each_read_by_their_own_app()
    {
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        var apps = Enumerable.Range(0, 20).Select(_ => new Subscriber()).ToList();

        var receipts = await Task.WhenAll(apps.Select(app => Task.Run(() => host.WakeAsync(Senders.Message(app.Address)))));

        Assert.All(receipts, receipt => Assert.Equal(PushReceipt.Accepted, receipt));
        Assert.All(apps, app => Assert.Equal(WebPushSender.Payload, app.Read(service.Pushes.Single(push => push.Path == app.Path))));
        apps.ForEach(app => app.Dispose());
    }
}
