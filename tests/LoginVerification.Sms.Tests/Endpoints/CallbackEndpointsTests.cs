using System.Net;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Sms.Tests.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Endpoints;

/// <summary>What providers call, over sockets: what is proved is taken, what is not is refused, and a STOP and a START arrive.</summary>
public sealed class CallbackEndpointsTests
{
    private static readonly string Number = Senders.Number.E164;
    private static readonly string Proof = $"secret={Senders.CallbackSecret}";

    [Theory]
    [InlineData("dlr=1", "Message a is delivered.")]
    [InlineData("dlr=8", "Message a is sent.")]
    [InlineData("dlr=4", "Message a is queued.")]
    [InlineData("dlr=2", "Message a did not arrive (Unknown, the provider's code (null)).")]
    public async Task A_report_of_Kannel_is_logged_by_its_message_and_nothing_is_sent_to_the_phone(string state, string line)
    {
        await using var host = await StartAsync();
        var answer = await host.Http.GetAsync($"sms/kannel?{Proof}&id=a&{state}");
        Assert.Equal((HttpStatusCode.OK, "", "text/plain"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains(host.Logs.Lines, logged => logged.Contains(line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sms/kannel?id=a&dlr=1", HttpStatusCode.Forbidden)]
    [InlineData("sms/kannel?secret=wrong&id=a&dlr=1", HttpStatusCode.Forbidden)]
    [InlineData($"sms/kannel?secret={Senders.CallbackSecret}&id=a&dlr=3", HttpStatusCode.BadRequest)]
    [InlineData($"sms/kannel?secret={Senders.CallbackSecret}", HttpStatusCode.BadRequest)]
    public async Task What_is_not_proved_or_says_nothing_is_refused(string address, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        var answer = await host.Http.GetAsync(address);
        Assert.Equal((status, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_STOP_and_a_START_that_Twilio_signed_arrive_and_a_forged_one_does_not()
    {
        await using var host = await StartAsync();
        await host.ImportAsync(Number);

        // A blank at an end, an empty field, a query that is escaped: what is signed is what was posted, where it was posted.
        KeyValuePair<string, string>[] stop = [new("From", Number), new("Body", "Stop. "), new("SmsStatus", "received"), new("Empty", "")];
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(host, stop, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(host, stop, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(host, [.. stop, new("Body", "STOP")], Signature(host, stop))).StatusCode);
        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);

        var taken = await PostAsync(host, stop, Signature(host, stop));
        Assert.Equal((HttpStatusCode.OK, "<Response/>", "text/xml"), (taken.StatusCode, await taken.Content.ReadAsStringAsync(), taken.Content.Headers.ContentType?.MediaType));
        Assert.Contains(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);
        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is DeliveryRestored);

        KeyValuePair<string, string>[] start = [new("From", Number), new("Body", "hello again"), new("OptOutType", "START")];
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, start, Signature(host, start))).StatusCode);
        Assert.Contains(await host.HistoryAsync(), happened => happened is DeliveryRestored);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(Number[1..], StringComparison.Ordinal) || line.Contains("hello", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HELP")]
    [InlineData("Please stop sending me this")]
    public async Task A_message_for_people_changes_nothing(string text)
    {
        await using var host = await StartAsync();
        await host.ImportAsync(Number);
        var before = await host.HistoryAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync($"sms/kannel?{Proof}&from={Uri.EscapeDataString(Number)}&text={Uri.EscapeDataString(text)}")).StatusCode);
        Assert.Equal(before, await host.HistoryAsync());
    }

    [Fact]
    public async Task Keywords_of_the_hosts_own_count()
    {
        await using var host = await StartAsync(app => app.MapLoginVerificationCallbacks("/other", InboundKeywords.Default.With(InboundKeyword.Stop, "genug")));
        await host.ImportAsync(Number);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync($"other/kannel?{Proof}&from={Uri.EscapeDataString(Number)}&text=Genug")).StatusCode);
        Assert.Contains(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);
    }

    [Fact]
    public async Task What_is_no_form_or_a_larger_one_than_64_KiB_is_refused_and_not_read()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsync("sms/twilio", new StringContent("From=1"))).StatusCode);

        KeyValuePair<string, string>[] form = [new("From", Number), new("Body", new string('x', 70_000))];
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, form, Signature(host, form))).StatusCode);
        // Without a length nobody knows beforehand how much will come.
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "sms/twilio") { Content = new FormUrlEncodedContent(form) };
        chunked.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.SendAsync(chunked)).StatusCode);

        KeyValuePair<string, string>[] many = [.. Enumerable.Range(0, 300).Select(field => KeyValuePair.Create($"f{field}", "x"))];
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, many, Signature(host, many))).StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"From\"\r\n\r\n1", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"From\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--x--\r\n", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "From=1", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded; charset=made-up", "From=1", HttpStatusCode.Forbidden)]
    [InlineData("application/x-www-form-urlencoded, text/plain", "From=1", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    public async Task What_no_provider_writes_is_refused_and_never_a_fault_of_the_host(string type, string body, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(status, (await host.Http.PostAsync("sms/twilio", content)).StatusCode);
    }

    [Fact]
    public async Task Where_no_provider_calls_back_the_host_is_told()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLoginVerification(_ => { }).UseInMemoryStore();
        await using var app = builder.Build();
        Assert.Contains("UseKannel", Assert.Throws<InvalidOperationException>(() => app.MapLoginVerificationCallbacks("/sms")).Message, StringComparison.Ordinal);
    }

    private static Task<CallbackHost> StartAsync(Action<WebApplication>? map = null) => CallbackHost.StartAsync(
        verification => verification
            .UseKannel(settings => Senders.Kannel(settings, new Uri("http://127.0.0.1:9/")))
            .UseTwilio(settings => Senders.Twilio(settings, new Uri("http://127.0.0.1:9/"))),
        map);

    private static string Signature(CallbackHost host, IEnumerable<KeyValuePair<string, string>> form) =>
        Signer.Sign($"{host.Http.BaseAddress}sms/twilio?tenant=%D7%A9%20x", form, Senders.AuthToken);

    private static async Task<HttpResponseMessage> PostAsync(CallbackHost host, IEnumerable<KeyValuePair<string, string>> form, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "sms/twilio?tenant=%D7%A9%20x") { Content = new FormUrlEncodedContent(form) };
        if (signature is not null)
            request.Headers.Add(TwilioCallbacks.SignatureHeader, signature);
        return await host.Http.SendAsync(request);
    }
}
