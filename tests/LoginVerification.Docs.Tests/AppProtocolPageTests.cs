using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Docs.Tests;

/// <summary>Writes the requests and the test vectors of <c>docs/app-protocol.md</c>, and gives each of them to the real services.</summary>
public sealed class AppProtocolPageTests
{
    private const string Page = "docs/app-protocol.md";
    private const string Address = "https://push.example.com/abc";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The key of RFC 6979, A.2.5: everybody knows it.</summary>
    private static readonly byte[] PrivateKey = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");

    private static readonly string Device = VectorHost.Device.Hex;
    private static readonly string Challenge = VectorHost.Challenge.Value;
    private static readonly string At = VectorHost.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string PublicKey
    {
        get
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = PrivateKey });
            return AppMessage.PublicKeyOf(key);
        }
    }

    [Fact]
    public void The_signatures_of_the_vectors_are_those_of_RFC_6979()
    {
        Assert.Equal(
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
            Convert.ToHexString(Rfc6979.Sign(PrivateKey, "sample"u8.ToArray())));
        Assert.Equal("BGD-1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p-2eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk", PublicKey);
    }

    [Fact]
    public async Task The_setting_is_what_the_services_give()
    {
        var (token, number) = await GivenAsync();
        GeneratedPart.Check(Page, "setting", new Table("What", "Value")
            .Row("private key, 32 bytes in hex", $"`{Convert.ToHexStringLower(PrivateKey)}`")
            .Row("public key, as the protocol has it", $"`{PublicKey}`")
            .Row("account", $"`{VectorHost.Account}`")
            .Row("token", $"`{token}`")
            .Row("device", $"`{Device}`")
            .Row("challenge", $"`{Challenge}`")
            .Row("number on the page", $"`{number}`")
            .Row("time of the device, in ms", $"`{At}`")
            .ToString());
    }

    [Fact]
    public async Task Each_request_is_taken_as_it_stands_on_the_page()
    {
        var requests = await RequestsAsync();
        GeneratedPart.Check(Page, "requests", string.Join("\n\n", requests.Select(request => $"{request.Title}\n\n{Json(request.Json)}")));
        var answers = new List<string>();
        foreach (var (title, json) in requests)
        {
            var answer = JsonSerializer.SerializeToNode(await AnswerToAsync(json), Indented)!;
            Assert.Null(answer["refusal"]);
            // The services draw it.
            if (json.ContainsKey("token"))
                answer["device"] = Device;
            answers.Add($"{title}\n\n{Json(answer)}");
        }

        GeneratedPart.Check(Page, "answers", string.Join("\n\n", answers));
    }

    [Fact]
    public async Task The_vectors_are_what_is_signed()
    {
        var vectors = new JsonArray([.. (await ValidAsync()).Select(vector => new JsonObject
        {
            ["request"] = vector.Request,
            ["fields"] = new JsonArray([.. vector.Fields.Select(field => JsonValue.Create(field))]),
            ["message"] = Convert.ToHexStringLower(AppMessage.Of(vector.Fields)),
            ["signature"] = SignatureOf(vector.Fields),
        })]);
        GeneratedPart.Check(Page, "vectors", Json(vectors));
    }

    [Fact]
    public async Task Each_vector_that_must_fail_is_refused()
    {
        var table = new Table("What was done to the answer", "Signature", "Refusal");
        foreach (var (what, json, refusal) in await InvalidAsync())
        {
            Assert.Equal(refusal, Assert.IsType<DeviceResult>(await AnswerToAsync(json)).Refusal?.Code);
            table.Row(what, $"`{json["signature"]}`", $"`{refusal}`");
        }

        GeneratedPart.Check(Page, "invalid", table.ToString());
    }

    [Fact]
    public async Task An_answer_that_was_given_is_worth_nothing_again()
    {
        var (_, number) = await GivenAsync();
        using var host = VectorHost.Over(VectorHost.Asked(PublicKey));
        var answer = Parse<AnswerPrompt>(AnswerOf(number, "approve"));
        Assert.Null((await host.Devices.AnswerAsync(VectorHost.Account, answer)).Refusal);
        Assert.IsType<SignInAnswer.Approved>(await host.CompleteAsync(VectorHost.Challenge));
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.Devices.AnswerAsync(VectorHost.Account, answer)).Refusal?.Code);
        Assert.IsType<SignInAnswer.Refused>(await host.CompleteAsync(VectorHost.Challenge));
    }

    [Theory]
    [InlineData(299_999, true)]
    [InlineData(300_001, false)]
    public async Task A_question_that_was_taken_down_is_good_for_five_minutes(int later, bool taken)
    {
        using var host = VectorHost.Over(VectorHost.Asked(PublicKey));
        var signature = SignatureOf("login-verification prompt v1", VectorHost.Account.Value, Device, At);
        host.Time.Advance(TimeSpan.FromMilliseconds(later));
        var result = await host.Devices.GetPromptAsync(VectorHost.Account, VectorHost.Device, VectorHost.Now, signature);
        Assert.Equal(taken ? null : RefusalCode.SignatureInvalid, result.Refusal?.Code);
    }

    /// <summary>The token and the number that the services give, which are the same each time.</summary>
    private static async Task<(string Token, string Number)> GivenAsync()
    {
        using var verified = VectorHost.Over(VectorHost.Verified);
        using var asked = VectorHost.Over(VectorHost.Asked(PublicKey));
        return (await verified.TokenAsync(), (await asked.BeginAsync(continues: VectorHost.Challenge)).NumberToMatch!.Text);
    }

    private static async Task<IReadOnlyList<(string Request, string[] Fields)>> ValidAsync()
    {
        var (token, number) = await GivenAsync();
        return
        [
            ("bind", ["login-verification bind v1", VectorHost.Account.Value, token, PublicKey, "My phone", Address]),
            ("prompt", ["login-verification prompt v1", VectorHost.Account.Value, Device, At]),
            ("answer yes", AnswerFields(number, "approve")),
            ("answer no", AnswerFields("", "deny")),
            ("address", ["login-verification address v1", VectorHost.Account.Value, Device, At, Address]),
            ("no address", ["login-verification address v1", VectorHost.Account.Value, Device, At, ""]),
        ];
    }

    private static async Task<IReadOnlyList<(string Title, JsonObject Json)>> RequestsAsync()
    {
        var (token, number) = await GivenAsync();
        var valid = await ValidAsync();
        string Signed(string request) => SignatureOf(valid.Single(vector => vector.Request == request).Fields);
        return
        [
            ("**bind**", new JsonObject { ["token"] = token, ["key"] = PublicKey, ["name"] = "My phone", ["address"] = Address, ["signature"] = Signed("bind") }),
            ("**prompt**", new JsonObject { ["account"] = VectorHost.Account.Value, ["device"] = Device, ["at"] = VectorHost.Now.ToString(), ["signature"] = Signed("prompt") }),
            ("**answer**, a yes", AnswerOf(number, "approve")),
            ("**answer**, a no", AnswerOf("", "deny")),
            ("**address**", new JsonObject { ["account"] = VectorHost.Account.Value, ["device"] = Device, ["address"] = Address, ["at"] = VectorHost.Now.ToString(), ["signature"] = Signed("address") }),
        ];
    }

    /// <summary>A yes of the setting, with one thing changed.</summary>
    private static async Task<IReadOnlyList<(string What, JsonObject Json, RefusalCode Refusal)>> InvalidAsync()
    {
        var (_, number) = await GivenAsync();
        var fields = AnswerFields(number, "approve");
        var good = Base64Url.DecodeFromChars(SignatureOf(fields));
        var higher = AppMessage.WithOtherS(good);
        using var another = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Convert.FromHexString(new string('1', 64)) });
        JsonObject With(string signature) => Changed("signature", signature);
        JsonObject Changed(string key, string value)
        {
            var json = AnswerOf(number, "approve");
            json[key] = value;
            return json;
        }

        JsonObject SignedFor(int field, string value) => With(SignatureOf([.. fields[..field], value, .. fields[(field + 1)..]]));
        var otherNumber = number == "00" ? "01" : "00";
        return
        [
            ("it was signed for another account, `account-2`", SignedFor(1, "account-2"), RefusalCode.SignatureInvalid),
            ("it was signed for another device", SignedFor(2, new string('f', 32)), RefusalCode.SignatureInvalid),
            ("it was signed for another challenge, `challenge-2`", SignedFor(3, "challenge-2"), RefusalCode.SignatureInvalid),
            ("it was signed as a no", SignedFor(4, "deny"), RefusalCode.SignatureInvalid),
            ($"it was signed with another number, `{otherNumber}`", SignedFor(5, otherNumber), RefusalCode.SignatureInvalid),
            ("it was signed as another kind of message, `login-verification address v1`", SignedFor(0, "login-verification address v1"), RefusalCode.SignatureInvalid),
            ("the fields were signed without their lengths", With(Base64Url.EncodeToString(Low(Rfc6979.Sign(PrivateKey, System.Text.Encoding.UTF8.GetBytes(string.Concat(fields)))))), RefusalCode.SignatureInvalid),
            ("s is the order less s (high s)", With(Base64Url.EncodeToString(higher)), RefusalCode.SignatureInvalid),
            ("the last byte is missing", With(Base64Url.EncodeToString(good.AsSpan(..^1))), RefusalCode.SignatureInvalid),
            ("a byte was added", With(Base64Url.EncodeToString([.. good, 0])), RefusalCode.SignatureInvalid),
            ("base64url with padding", With($"{Base64Url.EncodeToString(good)}=="), RefusalCode.SignatureInvalid),
            ("base64 with `+` and `/`", With(Convert.ToBase64String(good).TrimEnd('=')), RefusalCode.SignatureInvalid),
            ("r and s as DER has them", With(Base64Url.EncodeToString(Der(good))), RefusalCode.SignatureInvalid),
            ("r and s are nothing but zeroes", With(Base64Url.EncodeToString(new byte[64])), RefusalCode.SignatureInvalid),
            ("another key of the same curve signed it", With(Base64Url.EncodeToString(Low(Rfc6979.Sign(another.ExportParameters(includePrivateParameters: true).D!, AppMessage.Of(fields))))), RefusalCode.SignatureInvalid),
        ];
    }

    private static string[] AnswerFields(string number, string decision) =>
        ["login-verification answer v1", VectorHost.Account.Value, Device, Challenge, decision, number];

    private static JsonObject AnswerOf(string number, string decision) => new()
    {
        ["account"] = VectorHost.Account.Value,
        ["device"] = Device,
        ["challenge"] = Challenge,
        ["decision"] = decision,
        ["number"] = number,
        ["signature"] = SignatureOf(AnswerFields(number, decision)),
    };

    /// <summary>Gives a request to the services, as a host reads it from its JSON.</summary>
    private static async Task<object> AnswerToAsync(JsonObject json)
    {
        using var verified = VectorHost.Over(VectorHost.Verified);
        using var asked = VectorHost.Over(VectorHost.Asked(PublicKey));
        if (json.ContainsKey("token"))
            return await verified.Devices.BindDeviceAsync(Parse<BindDevice>(json));
        var account = AccountId.Parse((string)json["account"]!);
        if (json.ContainsKey("challenge"))
            return await asked.Devices.AnswerAsync(account, Parse<AnswerPrompt>(json));
        if (json.ContainsKey("address"))
            return await asked.Devices.ChangeAddressAsync(account, Parse<ChangeDeviceAddress>(json));
        var at = NodaTime.Text.InstantPattern.ExtendedIso.Parse((string)json["at"]!).Value;
        var prompt = await asked.Devices.GetPromptAsync(account, DeviceId.Parse((string)json["device"]!), at, (string)json["signature"]!);
        Assert.NotNull(prompt.Prompt);
        return prompt;
    }

    private static string Json(JsonNode json) => $"```json\n{json.ToJsonString(Indented).ReplaceLineEndings("\n")}\n```";

    private static T Parse<T>(JsonObject json) => json.Deserialize<T>(JsonSerializerOptions.Web)!;

    private static string SignatureOf(params string[] fields) => Base64Url.EncodeToString(Low(Rfc6979.Sign(PrivateKey, AppMessage.Of(fields))));

    private static byte[] Low(byte[] signature) =>
        new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true) > AppMessage.Order / 2 ? AppMessage.WithOtherS(signature) : signature;

    private static byte[] Der(byte[] signature)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new System.Numerics.BigInteger(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }
}
