using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Secrecy.Tests;

/// <summary>The usual mistake, <c>Results.Ok(result)</c>, is none: what the service answers becomes JSON that is safe and complete.</summary>
public sealed class ResultJsonTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 12, 0) + Duration.FromMilliseconds(250);

    private static readonly Refusal Refused = new(RefusalCode.CountryNotServed, new RefusalSource.Rule("web-countries"))
    {
        RetryAt = At,
        WaysOut =
        [
            new WayOut.Act(Surface.Parse("mobileWeb"), new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true },
            new WayOut.Act(Surface.Parse("ios"), new Choice(EnrolmentAction.EnableVerification, VerificationChannel.AppPush)),
            new WayOut.Correct(),
            new WayOut.Retry(At),
            new WayOut.Reauthenticate { WithSecondFactor = true },
            new WayOut.AskOperator(),
            new WayOut.RestoreDelivery(),
            new WayOut.RegisterDevice(),
            new WayOut.RemoveDevice(),
            new WayOut.BeginSignIn(),
            new WayOut.ResendSignIn(),
            new WayOut.UseBackupCode(),
        ],
    };

    private const string RefusedJson = """
        {
          "code": "CountryNotServed",
          "source": { "type": "rule", "name": "web-countries" },
          "retryAt": "2026-11-22T12:00:00.25Z",
          "waysOut": [
            { "type": "act", "surface": "mobileWeb", "choice": { "action": "SubmitPhone", "channel": null }, "withAnotherNumber": true },
            { "type": "act", "surface": "ios", "choice": { "action": "EnableVerification", "channel": "AppPush" }, "withAnotherNumber": false },
            { "type": "correct" },
            { "type": "retry", "at": "2026-11-22T12:00:00.25Z" },
            { "type": "reauthenticate", "withSecondFactor": true },
            { "type": "askOperator" },
            { "type": "restoreDelivery" },
            { "type": "registerDevice" },
            { "type": "removeDevice" },
            { "type": "beginSignIn" },
            { "type": "resendSignIn" },
            { "type": "useBackupCode" }
          ]
        }
        """;

    [Fact]
    public void A_result_is_complete_under_every_serializer() => AssertJson(
        $$"""{ "state": "PhonePending", "refusal": {{RefusedJson}}, "codeDelivery": null, "replayed": true, "succeeded": false }""",
        new EnrolmentResult(EnrolmentState.PhonePending, Refused) { Replayed = true });

    [Fact]
    public void A_result_that_succeeded_says_so() => AssertJson(
        """{ "state": "VerificationEnabled", "refusal": null, "codeDelivery": "Sent", "replayed": false, "succeeded": true }""",
        new EnrolmentResult(EnrolmentState.VerificationEnabled, null) { CodeDelivery = CodeDelivery.Sent });

    [Theory]
    [InlineData("""{ "type": "passwordOnly" }""")]
    [InlineData("""{ "type": "verify", "channel": "Sms" }""")]
    [InlineData("""{ "type": "blocked", "reason": "DeliveryOptedOut" }""")]
    public void A_sign_in_answer_says_which_it_is(string json)
    {
        LoginRequirement requirement = JsonNode.Parse(json)!["type"]!.GetValue<string>() switch
        {
            "passwordOnly" => new LoginRequirement.PasswordOnly(),
            "verify" => new LoginRequirement.Verify(VerificationChannel.Sms),
            _ => new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut),
        };
        AssertJson(json, requirement);
        // As a controller's Ok(object) writes it: by the type that it has, not by the type that was declared.
        AssertSame(json, JsonSerializer.Serialize(requirement, requirement.GetType(), JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_source_says_which_it_is_whatever_type_was_declared()
    {
        (RefusalSource Source, string Json)[] sources =
        [
            (new RefusalSource.Lifecycle(), """{ "type": "lifecycle" }"""),
            (new RefusalSource.Offer(Surface.Parse("web")), """{ "type": "offer", "surface": "web" }"""),
            (new RefusalSource.Rule("r"), """{ "type": "rule", "name": "r" }"""),
            (new RefusalSource.Setting("code.life"), """{ "type": "setting", "path": "code.life" }"""),
            (new RefusalSource.Port("ICountryRegistry"), """{ "type": "port", "name": "ICountryRegistry" }"""),
            (new RefusalSource.Withheld(), """{ "type": "withheld" }"""),
            (new RefusalSource.Request("IdempotencyKey"), """{ "type": "request", "part": "IdempotencyKey" }"""),
        ];
        Assert.Equal(typeof(RefusalSource).GetNestedTypes().Order(ByName), sources.Select(pair => pair.Source.GetType()).Order(ByName));
        Assert.All(sources, pair => AssertSame(pair.Json, JsonSerializer.Serialize(pair.Source, JsonSerializerOptions.Web)));
        Assert.All(sources, pair => AssertSame(pair.Json, JsonSerializer.Serialize(pair.Source, pair.Source.GetType(), JsonSerializerOptions.Web)));
    }

    [Fact]
    public void Every_way_out_is_in_the_example() =>
        Assert.Equal(typeof(WayOut).GetNestedTypes().Order(ByName), Refused.WaysOut.Select(way => way.GetType()).Distinct().Order(ByName));

    [Fact]
    public async Task A_real_status_is_complete_and_its_numbers_are_masked()
    {
        using var host = new ServiceCollection().AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["marked"] = Secrets.Key;
            })
            .UsePhoneNumbers().UseInMemoryStore().UseConsole("Development").Services.BuildServiceProvider();
        var enrolments = host.GetRequiredService<IEnrolmentService>();
        var account = AccountId.Parse("account-1");
        await enrolments.ForOperator(account, "import").ImportVerifiedPhoneAsync("+972502345678", At - Duration.FromDays(365), VerificationChannel.Sms);
        var user = enrolments.ForUser(account, Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant());
        await user.SubmitPhoneAsync(Secrets.Number);

        var json = JsonNode.Parse(await OkAsync(await user.GetStatusAsync()))!;

        Assert.Equal("VerificationEnabled", (string?)json["state"]);
        Assert.Equal("+97********78", (string?)json["phone"]);
        Assert.Equal("Sms", (string?)json["activeChannel"]);
        Assert.Equal(["ICountryRegistry", "IPushSender", "IRiskSignal", "ISendLimiter"], json["unansweredPorts"]!.AsArray().Select(name => (string?)name).Order());
        var disable = json["actions"]!.AsArray().Single(action => (string?)action!["choice"]!["action"] == "DisableVerification")!;
        Assert.Equal([true, true, true, true], new[] { "allowed", "needsRecentAuthentication", "reauthenticationNeededNow", "secondFactorNeededNow" }.Select(name => (bool)disable[name]!));
        Assert.Empty(Secrets.In(json.ToJsonString()));
    }

    [Fact]
    public void A_form_may_hold_what_was_typed_and_shows_nothing_of_it()
    {
        var form = JsonSerializer.Deserialize<PhoneForm>("""{ "number": "+44 7700 900123", "code": "271 828", "country": "gb" }""", JsonSerializerOptions.Web)!;
        Assert.Equal(("+44 7700 900123", "271 828", "GB"), (form.Number.Text, form.Code.Text, form.Country?.Value));
        Assert.DoesNotContain("900123", form.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("828", $"{form}{JsonSerializer.Serialize(form)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "number": "1", "code": "2", "country": "Israel" }""")]
    [InlineData("""{ "number": 1, "code": "2" }""")]
    [InlineData("""{ "number": "\ud800", "code": "2", "country": "\ud800\u0041" }""")]
    public void A_form_that_is_none_is_a_fault_of_the_JSON(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PhoneForm>(json, JsonSerializerOptions.Web));

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name));

    private static void AssertJson<T>(string expected, T answer)
    {
        AssertSame(expected, JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));
        AssertSame(expected, JsonSerializer.Serialize(answer, typeof(T), HostJsonContext.Default));
        AssertSame(expected, OkAsync(answer).Result);
        // By default names are as in C#; "type" is not.
        AssertSame(expected, Lowered(JsonNode.Parse(JsonSerializer.Serialize(answer)))!.ToJsonString());
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}, got {actual}");

    private static async Task<string> OkAsync<T>(T answer)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Response.Body = body;
        await Results.Ok(answer).ExecuteAsync(http);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private static JsonNode? Lowered(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(entry.Key), Lowered(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Lowered)]),
        _ => node?.DeepClone(),
    };

    private sealed record PhoneForm(PhoneInput Number, CodeInput Code, CountryCode? Country = null);
}
