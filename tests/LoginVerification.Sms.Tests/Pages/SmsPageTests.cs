using System.Net;
using Example;
using LoginVerification.Docs.Tests;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Sms.Tests.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Pages;

/// <summary>Holds <c>docs/sms.md</c> to the code: <c>UPDATE_DOCS=1 dotnet test tests/LoginVerification.Sms.Tests</c> writes its generated parts anew.</summary>
public sealed class SmsPageTests
{
    private const string Page = "docs/sms.md";
    private const string Setup = "tests/LoginVerification.Sms.Tests/Pages/SmsSetup.cs";

    [Fact]
    public void The_code_is_what_is_compiled_here() => GeneratedPart.Check(Page, "wire", $"```csharp\n{Repository.Read(Setup).Trim()}\n```");

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

    /// <summary>The sample, run.</summary>
    [Fact]
    public async Task What_is_wired_answers_what_the_gateways_call()
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
        SmsSetup.Twilio(verification, builder);
        SmsSetup.Handlers(builder.Services, () => new Measuring());
        await using var app = builder.Build();
        SmsSetup.Map(app);
        await app.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"/sms/kannel?secret={Senders.CallbackSecret}&id=a&dlr=1", UriKind.Relative))).StatusCode);
        KeyValuePair<string, string>[] report = [new("MessageStatus", "delivered")];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sms/twilio?id=a") { Content = new FormUrlEncodedContent(report) };
        request.Headers.Add(TwilioCallbacks.SignatureHeader, Signer.Sign($"{http.BaseAddress}sms/twilio?id=a", report, Senders.AuthToken));
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
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
