using LoginVerification.Docs.Tests;
using LoginVerification.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>A request that is repeated under its key is answered as it was, and not carried out again.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"";

    [Fact]
    public async Task A_request_that_is_repeated_is_carried_out_once()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        var first = await owner.PutAsync("/phone", new { number = TestHost.Israeli }, Key);
        Assert.False((bool)first.Yes(202)["replayed"]!);
        Assert.DoesNotContain("Idempotency-Replayed", first.Headers.Keys);
        // In quotes or without: the same key.
        foreach (var key in new[] { Key, Key.Trim('"') })
        {
            var again = await owner.PutAsync("/phone", new { number = TestHost.Israeli }, key);
            Assert.True((bool)again.Yes(202)["replayed"]!);
            Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        }

        Assert.Single(host.Phone.Messages);
        (await owner.PutAsync("/phone", new { number = "+447400123456" }, Key)).No(422, "IdempotencyKeyReused");
        (await owner.PutAsync("/phone", new { number = TestHost.Israeli })).No(429, "ResendTooSoon");
    }

    [Fact]
    public async Task A_wrong_code_that_is_repeated_is_counted_once()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        (await owner.PutAsync("/phone", new { number = TestHost.Israeli })).Yes(202);
        var wrong = new { code = host.Phone.LastCode == "123456" ? "654321" : "123456" };
        for (var i = 0; i < 10; i++)
        {
            var no = await owner.PostAsync("/phone/confirmation", wrong, Key);
            no.No(422, "WrongCode");
            Assert.Equal(i > 0, no.Headers.ContainsKey("Idempotency-Replayed"));
        }

        (await owner.PostAsync("/phone/confirmation", new { code = host.Phone.LastCode })).Yes();
    }

    [Fact]
    public async Task A_key_is_one_account_s_and_does_not_take_the_place_of_authentication()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        await EnrolmentTests.VerifyAsync(host, owner);
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
        (await owner.DeleteAsync("/channel", Key)).Yes();
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();

        using var neighbour = Browser.SignedIn(host, "account-2");
        (await neighbour.DeleteAsync("/channel", Key)).No(422, "NotEnabled");
        using var nobody = new Browser(host);
        Assert.Equal(401, (await nobody.DeleteAsync("/channel", Key)).Number);
        using var stranger = Browser.SignedIn(host, mfa: false);
        (await stranger.DeleteAsync("/channel", Key)).No(403, "SecondFactorRequired");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        (await owner.DeleteAsync("/channel", Key)).No(403, "ReauthenticationRequired");
    }

    [Fact]
    public async Task A_channel_that_was_set_is_told_again_whatever_became_of_it()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var device = await App.BoundAsync(host, owner, TestHost.Account);
        (await owner.PutAsync("/channel", new { channel = "Sms" }, "\"on\"")).Yes();
        Assert.True((bool)(await owner.PutAsync("/channel", new { channel = "Sms" }, "\"on\"")).Yes()["replayed"]!);
        (await owner.PutAsync("/channel", new { channel = "AppPush" }, "\"over\"")).Yes();
        // Enabled by SMS once: the repetition does not move it back.
        Assert.True((bool)(await owner.PutAsync("/channel", new { channel = "Sms" }, "\"on\"")).Yes()["replayed"]!);
        Assert.Equal("AppPush", (string)(await owner.GetAsync("/")).Yes()["activeChannel"]!);
        (await owner.PutAsync("/channel", new { channel = "AppPush" }, "\"on\"")).No(422, "IdempotencyKeyReused");
        (await owner.DeleteAsync("/channel")).Yes();
        // Moved to the app once: the repetition does not turn it on.
        Assert.True((bool)(await owner.PutAsync("/channel", new { channel = "AppPush" }, "\"over\"")).Yes()["replayed"]!);
        Assert.Equal("PhoneVerified", (await owner.GetAsync("/")).State);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_channel_is_set_also_where_the_state_changed_after_it_was_read(bool enabled, bool hasKey)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var device = await App.BoundAsync(host, owner, TestHost.Account);
        if (!enabled)
            (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
        var user = host.Services.GetRequiredService<IEnrolmentService>().ForUser(AccountId.Parse(TestHost.Account), Surface.Parse("web"), host.Time.GetInstant(), AuthenticationFactors.MultiFactor);
        var result = await ChannelSetting.SetAsync(user, VerificationChannel.AppPush, enabled, hasKey);
        Assert.Null(result.Refusal);
        Assert.Equal(VerificationChannel.AppPush, (await user.GetStatusAsync()).ActiveChannel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"a")]
    [InlineData("a\"")]
    [InlineData("\"a\"b")]
    [InlineData("\"a\";p=1")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("a,b")]
    [InlineData("a b")]
    [InlineData("\"a\\n\"")]
    public async Task A_key_that_names_nothing_is_refused(string key)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{owner.Prefix}/phone/code");
        Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        using var response = await owner.Client.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("IdempotencyKeyMalformed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_has_at_most_255_characters_and_is_sent_once()
    {
        Assert.True(Read(out var longest, new string('a', 255)));
        Assert.Equal(255, longest!.Length);
        Assert.False(Read(out _, new string('a', 256)));
        Assert.True(Read(out var escaped, "\"a\\\"b\\\\c d\""));
        Assert.Equal("a\"b\\c d", escaped);
        Assert.False(Read(out _, "a", "a"));
        Assert.True(Read(out var none));
        Assert.Null(none);
        Assert.False(Read(out _, "é"));
        Assert.False(Read(out _, "\"é\""));
        Assert.False(Read(out _, "a\r\nb"));
        Assert.False(Read(out _, "a\u007F"));
        Assert.False(Read(out _, "\"a\tb\""));
    }

    private static bool Read(out string? key, params string[] values)
    {
        var request = new DefaultHttpContext().Request;
        if (values.Length > 0)
            request.Headers["Idempotency-Key"] = values;
        return IdempotencyKeyHeader.TryRead(request, out key);
    }
}
