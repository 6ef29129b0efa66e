using System.Net;
using Example;
using LoginVerification.Docs.Tests;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Sms.Tests.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Sms.Tests.Pages;

/// <summary>Holds <c>docs/sms.md</c> to the code: <c>UPDATE_DOCS=1 dotnet test tests/LoginVerification.Sms.Tests</c> writes its generated parts anew.</summary>
public sealed class SmsPageTests
{
    private const string Page = "docs/sms.md";
    private const string Folder = "tests/LoginVerification.Sms.Tests/Pages";

    [Theory]
    [InlineData("wire", "SmsSetup.cs")]
    [InlineData("endpoints", "SmsEndpoints.cs")]
    public void The_code_is_what_is_compiled_here(string part, string file) =>
        GeneratedPart.Check(Page, part, $"```csharp\n{Repository.Read($"{Folder}/{file}").Trim()}\n```");

    [Fact]
    public void The_settings_are_those_of_the_code()
    {
        GeneratedPart.Check(Page, "kannel settings", SettingsTable.Of<KannelOptions>());
        GeneratedPart.Check(Page, "twilio settings", SettingsTable.Of<TwilioOptions>());
    }

    [Fact]
    public void What_becomes_of_an_answer_of_Kannel_is_what_the_code_does()
    {
        var table = new Table("Status", "Text", "Meaning", "Becomes");
        foreach (var known in KannelAnswers.Known)
            table.Row($"{known.Status}", known.Text.Length > 0 ? $"`{known.Text}`" : "any other", known.Meaning, Told(known.Outcome));
        GeneratedPart.Check(Page, "kannel answers", table.Row("any other", "", "", Told(SendOutcome.TryAgain)).ToString());
    }

    [Fact]
    public void What_becomes_of_an_error_of_Twilio_is_what_the_code_does()
    {
        var table = new Table("Code", "Meaning", "As the answer to a message", "In a delivery report");
        foreach (var error in TwilioErrors.Known)
            table.Row($"{error.Code}", error.Meaning, Told(error.Sent), $"`{error.Reported}`");
        GeneratedPart.Check(Page, "twilio errors", table.Row("any other, or none", "", Told(SendOutcome.TryAgain), $"`{UndeliveredReason.Unknown}`").ToString());
    }

    /// <summary>The sample, run: what is signed is taken, what is not is refused, and a STOP arrives.</summary>
    [Fact]
    public async Task The_endpoints_answer()
    {
        await using var app = Start();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var account = AccountId.Parse("account-1");
        var enrolments = app.Services.GetRequiredService<IEnrolmentService>();
        var imported = await enrolments.HandleAsync(Caller.Operator(account, "staff-1"), new ImportVerifiedPhone(Senders.Number.E164, SystemClock.Instance.GetCurrentInstant()));
        Assert.Null(imported.Refusal);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri("/sms/kannel?id=a&dlr=1", UriKind.Relative))).StatusCode);
        var report = await http.GetAsync(new Uri($"/sms/kannel?secret={Senders.CallbackSecret}&id=a&dlr=1", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, ""), (report.StatusCode, await report.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(new Uri($"/sms/kannel?secret={Senders.CallbackSecret}&id=a&dlr=3", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/sms/twilio", UriKind.Relative), new StringContent("x"))).StatusCode);

        // A blank at an end, an empty field, a query that is escaped: what is signed is what was posted, where it was posted.
        KeyValuePair<string, string>[] stop = [new("From", Senders.Number.E164), new("Body", "Stop. "), new("SmsStatus", "received"), new("Empty", "")];
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(http, stop, "wrong")).StatusCode);
        Assert.DoesNotContain(await HistoryAsync(app, account), happened => happened is DeliveryOptedOut);
        var taken = await PostAsync(http, stop, Signer.Sign($"{http.BaseAddress}sms/twilio?tenant=%D7%A9%20x", stop, Senders.AuthToken));
        Assert.Equal((HttpStatusCode.OK, "<Response/>"), (taken.StatusCode, await taken.Content.ReadAsStringAsync()));
        Assert.Contains(await HistoryAsync(app, account), happened => happened is DeliveryOptedOut);
    }

    private static async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync(WebApplication app, AccountId account) =>
        await app.Services.GetRequiredService<IEnrolmentHistory>().ReadAsync(account, 1, CancellationToken.None);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, IEnumerable<KeyValuePair<string, string>> form, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sms/twilio?tenant=%D7%A9%20x") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioCallbacks.SignatureHeader, signature);
        return await http.SendAsync(request);
    }

    private static WebApplication Start()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var verification = builder.Services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
        }).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        SmsSetup.Kannel(verification, name => name is "kannel-callback" ? Senders.CallbackSecret : "password");
        builder.Configuration["Twilio:AccountSid"] = Senders.AccountSid;
        builder.Configuration["Twilio:AuthTokens:0"] = Senders.AuthToken;
        builder.Configuration["Twilio:From"] = "+15005550006";
        builder.Configuration["Twilio:IsLive"] = "false"; // the test's number is reserved
        SmsSetup.Twilio(verification, builder);
        SmsSetup.Handlers(builder.Services, () => new Measuring());
        var app = builder.Build();
        SmsEndpoints.Map(app);
        return app;
    }

    private static string Told(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Taken => "`Accepted`",
        SendOutcome.OptedOut => "`OptedOut`",
        SendOutcome.TryAgain => "tried again",
        SendOutcome.Misconfigured => "tried again, and an error in the log",
        _ => $"`Rejected({((SmsReceipt.Rejected)outcome.Receipt()!).Reason})`",
    };

    private sealed class Measuring : DelegatingHandler;
}
