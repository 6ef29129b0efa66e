using System.Net.Http.Headers;
using System.Text;
using LoginVerification.Docs.Tests;
using LoginVerification.Http;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>What is no body of a call is refused by its place in it, and never guessed at.</summary>
public sealed class BodyTests
{
    public static TheoryData<string, string, string?> Bodies => new()
    {
        { "", "BodyMalformed", null },
        { "{", "BodyMalformed", null },
        { "{\"number\":\"+972502345678\",}", "BodyMalformed", null },
        { "{\"number\":\"+972502345678\"} {}", "BodyMalformed", null },
        { "{'number':'+972502345678'}", "BodyMalformed", null },
        { "{\"number\":\"+972502345678\"/* */}", "BodyMalformed", null },
        { "\uFEFF{\"number\":\"+972502345678\"}", "BodyMalformed", null },
        { $"{{\"number\":{new string('[', 100)}{new string(']', 100)}}}", "BodyMalformed", null },
        { "{\"number\":{}}", "BodyInvalid", "$.number" },
        { "{\"number\":[\"+972502345678\"]}", "BodyInvalid", "$.number" },
        { "{\"number\":972502345678}", "BodyInvalid", "$.number" },
        { "{\"number\":true}", "BodyInvalid", "$.number" },
        { "{\"number\":\"\\ud800\"}", "BodyInvalid", "$.number" },
        { "{\"number\":null}", "BodyInvalid", "$.number" },
        { "{}", "BodyInvalid", "$.number" },
        { "{\"Number\":\"+972502345678\"}", "BodyInvalid", "$.Number" },
        { "{\"number\":\"+972502345678\",\"number\":\"+447400123456\"}", "BodyInvalid", "$.number" },
        { "{\"number\":\"+972502345678\",\"surface\":\"mobileWeb\"}", "BodyInvalid", "$.surface" },
        { "{\"number\":\"+972502345678\",\"country\":\"Israel\"}", "BodyInvalid", "$.country" },
        { "{\"number\":\"+972502345678\",\"country\":\"IL\\r\\nX-Injected: 1\"}", "BodyInvalid", "$.country" },
        { "{\"number\":\"+972502345678\",\"carrier\":\"\\u0000\"}", "BodyInvalid", "$.carrier" },
        { $"{{\"number\":\"+972502345678\",\"{new string('x', 5000)}\":1}}", "BodyInvalid", $"$.{new string('x', 98)}…" },
        { "[]", "BodyInvalid", "$" },
        { "null", "BodyInvalid", "$" },
        { "\"+972502345678\"", "BodyInvalid", "$" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_none_is_refused_by_its_place(string body, string code, string? path)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        var no = await owner.SendTextAsync(HttpMethod.Put, "/phone", body);
        Assert.Equal(path, (string?)no.No(400, code)["path"]);
        Assert.DoesNotContain("972502345678", no.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Injected", no.Headers.Keys);
        Assert.Empty(host.Phone.Messages);
    }

    [Theory]
    [InlineData("{\"channel\":\"sms\"}")]
    [InlineData("{\"channel\":\"Sms,AppPush\"}")]
    [InlineData("{\"channel\":\"0\"}")]
    [InlineData("{\"channel\":0}")]
    [InlineData("{\"channel\":\"\"}")]
    public async Task A_channel_is_one_of_two_words(string body)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        Assert.Equal("$.channel", (string)(await owner.SendTextAsync(HttpMethod.Put, "/channel", body)).No(400, "BodyInvalid")["path"]!);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        foreach (var bytes in new[] { [.. "{\"number\":\""u8, 0xC3, 0x28, .. "\"}"u8], Encoding.Unicode.GetBytes("{\"number\":\"+972502345678\"}"), [0xFF] })
        {
            using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            (await owner.SendAsync(HttpMethod.Put, "/phone", content)).No(400, "BodyMalformed");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/plain, application/json")]
    public async Task Another_media_type_is_refused(string? type)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var content = new ByteArrayContent("{\"number\":\"+972502345678\"}"u8.ToArray());
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await owner.SendAsync(HttpMethod.Put, "/phone", content)).No(415, "MediaTypeNotSupported");
        Assert.Empty(host.Phone.Messages);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; Charset=\"UTF-8\"")]
    public async Task JSON_is_taken_however_its_name_is_written(string type)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var content = new ByteArrayContent("{\"number\":\"+972502345678\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await owner.SendAsync(HttpMethod.Put, "/phone", content)).Yes(202);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_megabytes_are_not_read(bool chunked)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        var bytes = Encoding.UTF8.GetBytes($"{{\"number\":\"{new string('5', 10_000_000)}\"}}");
        using HttpContent content = chunked ? new StreamContent(new Unmeasured(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await owner.SendAsync(HttpMethod.Put, "/phone", content)).No(413, "BodyTooLarge");
        Assert.Equal("NoPhone", (await owner.GetAsync("/")).State);
    }

    [Theory]
    [InlineData(RequestBody.MaxLength, 422)]
    [InlineData(RequestBody.MaxLength + 1, 413)]
    public async Task The_limit_is_met_to_the_byte(int length, int status)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        foreach (var chunked in new[] { false, true })
        {
            var bytes = Encoding.UTF8.GetBytes($"{{\"number\":\"{new string('5', length - 13)}\"}}");
            using HttpContent content = chunked ? new StreamContent(new Unmeasured(bytes)) : new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            Assert.Equal(status, (await owner.SendAsync(HttpMethod.Put, "/phone", content)).Number);
        }
    }

    [Fact]
    public async Task Every_call_with_a_body_refuses_a_field_that_it_does_not_know_and_a_body_that_is_none()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        foreach (var call in AllCalls.All.Where(call => call.Description.Body is not null))
        {
            var path = call.Pattern(new LoginVerificationRoutes())!.Replace("{id}", new string('0', 32), StringComparison.Ordinal).Replace("{account}", "account-1", StringComparison.Ordinal);
            var method = new HttpMethod(call.Method);
            Assert.Equal("$.unknown", (string)(await owner.SendTextAsync(method, path, "{\"unknown\":1}")).No(400, "BodyInvalid")["path"]!);
            (await owner.SendTextAsync(method, path, "}")).No(400, "BodyMalformed");
            using var text = new StringContent(call.Description.Body!.Example, Encoding.UTF8, "text/plain");
            (await owner.SendAsync(method, path, text)).No(415, "MediaTypeNotSupported");
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("..%2F..%2Fphone")]
    [InlineData("%0d%0aX-Injected:%201")]
    public async Task An_id_that_no_device_can_have_is_not_found(string id)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        (await owner.DeleteAsync($"/devices/{id}")).No(404, "NotFound");
        (await owner.PutAsync($"/devices/{id}", new { name = "x" })).No(404, "NotFound");
    }

    [Fact]
    public async Task What_is_written_into_an_app_request_is_an_answer_and_never_a_fault_of_the_host()
    {
        using var host = new HttpHost();
        using var app = new Browser(host);
        var account = new string('a', AccountId.MaxLength + 1);
        var zeroes = new string('0', 32);
        (await app.PostAsync($"/app/{account}/prompt", new { device = zeroes, at = "2026-11-22T12:00:00Z", signature = "" })).No(404, "NotFound");
        (await app.PostAsync("/app/nobody/prompt", new { device = zeroes, at = "9999-12-31T23:59:59Z", signature = "" })).No(422, "DeviceUnknown");
        (await app.PostAsync("/app/nobody/prompt", new { device = zeroes, at = "-9998-01-01T00:00:00Z", signature = "é\0\r\n" })).No(422, "DeviceUnknown");
        (await app.PostAsync("/app/nobody/prompt", new { device = zeroes, at = "tomorrow", signature = "" })).No(400, "BodyInvalid");
        (await app.PostAsync("/app/nobody/prompt", new { account = "nobody", device = zeroes, at = "2026-11-22T12:00:00Z", signature = "" })).No(400, "BodyInvalid");
        (await app.PostAsync("/app/nobody/answer", new { device = zeroes, challenge = "", decision = "approve", number = "é\0", signature = "" })).No(422, "DeviceUnknown");
        foreach (var decision in new[] { "Approve", "APPROVE", "approve,deny", "yes", "0", "" })
            (await app.PostAsync("/app/nobody/answer", new { device = zeroes, challenge = "c", decision, number = "1", signature = "" })).No(400, "BodyInvalid");
        (await app.PutAsync("/app/nobody/address", new { device = zeroes, address = new string('a', PushAddress.MaxLength + 1), at = "2026-11-22T12:00:00Z", signature = "" })).No(400, "BodyInvalid");
        foreach (var token in new[] { "", ".", "a.b.c.d", "dGVzdA.YWNjb3VudC0x.1.x", "dGVzdA.YWNjb3VudC0x.99999999999999999999.x", new string('.', 5000), "é\0" })
            (await app.PostAsync("/app/devices", new { token, key = "", name = "", address = (string?)null, signature = "" })).No(422, "BindingTokenInvalid");
    }

    [Fact]
    public async Task A_key_or_a_signature_that_is_written_otherwise_is_refused_and_never_a_fault_of_the_host()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var app = await App.BoundAsync(host, owner, TestHost.Account);
        var token = await App.TokenAsync(owner);
        Task<Answer> BindAsync(string token, string key, string signature) => owner.PostAsync("/app/devices", new { token, key, name = "x", signature });
        var (padded, blanks) = ($"{new string('A', 86)}=", $"B{new string('A', 83)}    AAA=");
        (await BindAsync("AA.YQ.1.AA", app.PublicKey, padded)).No(422, "BindingTokenInvalid");
        (await BindAsync(token, app.PublicKey, padded)).No(422, "SignatureInvalid");
        (await BindAsync(token, app.PublicKey, $"{new string('A', 82)}    AAA=")).No(422, "SignatureInvalid");
        foreach (var key in new[] { blanks, $"{app.PublicKey}=", $"{app.PublicKey} ", $" {app.PublicKey}" })
            (await BindAsync(token, key, padded)).No(422, "DeviceKeyInvalid");
        (await owner.PostAsync($"/app/{TestHost.Account}/prompt", new { device = app.Id, at = NodaTime.Text.InstantPattern.ExtendedIso.Format(host.Time.GetInstant()), signature = padded })).No(422, "SignatureInvalid");
    }

    /// <summary>Bytes whose length nobody is told.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
