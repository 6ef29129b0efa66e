using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoginVerification.Docs.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Secrecy.Tests;

/// <summary>What a sign-in, a device and a set of backup codes answer becomes JSON that is safe: what is shown once, on one page, is in none.</summary>
public sealed class SignInJsonTests : IDisposable
{
    private static readonly AccountId Account = AccountId.Parse("account-1");
    private static readonly Surface Web = Surface.Parse("web");

    private readonly RecordingPhone phone = new();
    private readonly ServiceProvider host;

    public SignInJsonTests() => host = new ServiceCollection().AddLoginVerification(options =>
        {
            options.SmsHost = "example.com";
            options.CodeKeys["marked"] = Secrets.Key;
        })
        .UsePhoneNumbers().UseInMemoryStore().UseSms(phone).UseNotifier(new RecordingOwner()).Services.BuildServiceProvider();

    private IEnrolmentService Enrolments => host.GetRequiredService<IEnrolmentService>();

    private UserEnrolment User => Enrolments.ForUser(Account, Web, SystemClock.Instance.GetCurrentInstant(), AuthenticationFactors.MultiFactor);

    [Fact]
    public async Task A_sign_in_page_gets_the_number_masked_and_no_code()
    {
        await ProtectAsync(Secrets.Number);
        SignInStart start = await host.GetRequiredService<ISignInService>().BeginAsync(Account, Web);

        var json = Written(start);
        Assert.Equal(("challenged", "Sms", "+44********23"), ((string?)json["type"], (string?)json["challenge"]!["channel"], (string?)json["challenge"]!["phone"]));
        Assert.Empty(Secrets.In(json.ToJsonString()));
        Assert.DoesNotContain(phone.LastCode, $"{json.ToJsonString()}{start}", StringComparison.Ordinal);
        Assert.Equal(["askOperator"], json["challenge"]!["withoutPhone"]!.AsArray().Select(way => (string?)way!["type"]));
    }

    [Fact]
    public async Task The_number_to_match_is_on_the_page_and_nowhere_else()
    {
        await ProtectAsync("+972502345678");
        await BindAsync();
        await User.ChangeChannelAsync(VerificationChannel.AppPush);
        SignInStart start = await host.GetRequiredService<ISignInService>().BeginAsync(Account, Web);

        var challenge = Assert.IsType<SignInStart.Challenged>(start).Challenge;
        Assert.Matches("^[0-9]{2}$", challenge.NumberToMatch!.Text);
        Assert.Equal("(number to match, hidden)", (string?)Written(start)["challenge"]!["numberToMatch"]);
        Assert.Contains("(number to match, hidden)", start.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_codes_and_tokens_are_in_no_JSON_and_in_no_text()
    {
        await ProtectAsync("+972502345678");
        var issued = await User.IssueBackupCodesAsync();
        var token = await User.IssueDeviceTokenAsync();
        var shown = $"{Written(issued).ToJsonString()}{issued}{Written(token).ToJsonString()}{token}{JsonSerializer.Serialize(issued.BackupCodes)}"
            + new BindDevice(token.Text!, "key", "a phone", PushAddress.Parse("https://push.example.com/secret"), "signature");

        Assert.Equal(10, issued.BackupCodes.Count);
        Assert.All(issued.BackupCodes, code => Assert.DoesNotContain(code.Text, shown, StringComparison.Ordinal));
        Assert.DoesNotContain(token.Text!, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("push.example.com", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_shows_devices_without_their_key_and_address()
    {
        await ProtectAsync("+972502345678");
        var key = await BindAsync();
        var json = Written(await User.GetStatusAsync());
        Assert.Equal(("a phone", true), ((string?)json["devices"]![0]!["name"], (bool)json["devices"]![0]!["isWoken"]!));
        Assert.DoesNotContain("push.example.com", json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, json.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "notEnrolled" }""")]
    [InlineData("""{ "type": "blocked", "refusal": { "code": "EnrolmentUnreadable", "source": { "type": "lifecycle" }, "retryAt": null, "waysOut": [{ "type": "askOperator" }] } }""")]
    public void A_start_says_which_it_is(string json) => AssertSame<SignInStart>(json, (string?)JsonNode.Parse(json)!["type"] is "notEnrolled"
        ? new SignInStart.NotEnrolled()
        : new SignInStart.Blocked(new Refusal(RefusalCode.EnrolmentUnreadable, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.AskOperator()] }));

    [Theory]
    [InlineData("""{ "type": "approved", "method": "BackupCode", "backupCodesLeft": 9 }""")]
    [InlineData("""{ "type": "refused", "refusal": { "code": "SignInUnanswered", "source": { "type": "lifecycle" }, "retryAt": null, "waysOut": [] } }""")]
    public void An_answer_says_which_it_is(string json) => AssertSame<SignInAnswer>(json, (string?)JsonNode.Parse(json)!["type"] is "approved"
        ? new SignInAnswer.Approved(SignInMethod.BackupCode) { BackupCodesLeft = 9 }
        : new SignInAnswer.Refused(new Refusal(RefusalCode.SignInUnanswered, new RefusalSource.Lifecycle())));

    [Fact]
    public void What_a_device_gets_is_complete()
    {
        var (id, at) = (DeviceId.Parse(new string('d', 32)), Instant.FromUtc(2026, 11, 22, 12, 0));
        AssertSame($$"""{ "device": "{{id}}", "refusal": null, "succeeded": true }""", new DeviceResult(id, null));
        AssertSame(
            """{ "prompt": { "challenge": "c", "begunAt": "2026-11-22T12:00:00Z", "expiresAt": "2026-11-22T12:02:00Z", "surface": "web", "place": "Berlin", "browser": null }, "refusal": null }""",
            new PromptResult(new SignInPrompt(new ChallengeId("c"), at, at + Duration.FromMinutes(2), Web) { Place = "Berlin" }, null));
    }

    public void Dispose() => host.Dispose();

    private async Task ProtectAsync(string number)
    {
        await User.SubmitPhoneAsync(number);
        await User.ConfirmCodeAsync(phone.LastCode);
        Assert.Null((await User.EnableAsync(VerificationChannel.Sms)).Refusal);
    }

    private async Task<string> BindAsync()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (key, token, address) = (AppMessage.PublicKeyOf(pair), (await User.IssueDeviceTokenAsync()).Text!, "https://push.example.com/secret");
        var signature = Base64Url.EncodeToString(AppMessage.Sign(pair, "login-verification bind v1", Account.Value, token, key, "a phone", address));
        var result = await host.GetRequiredService<IDeviceService>().BindDeviceAsync(new BindDevice(token, key, "a phone", PushAddress.Parse(address), signature));
        Assert.Null(result.Refusal);
        return key;
    }

    /// <summary>The same by the type that was declared, by the type that it has, and compiled ahead of time.</summary>
    private static JsonNode Written<T>(T answer)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web))!;
        AssertSame(json.ToJsonString(), answer);
        return json;
    }

    private static void AssertSame<T>(string expected, T answer)
    {
        foreach (var actual in new[] { JsonSerializer.Serialize(answer, JsonSerializerOptions.Web), JsonSerializer.Serialize(answer, answer!.GetType(), JsonSerializerOptions.Web), JsonSerializer.Serialize(answer, typeof(T), HostJsonContext.Default) })
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}, got {actual}");
    }
}
