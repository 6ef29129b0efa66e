using Example;
using LoginVerification.Docs.Tests;
using LoginVerification.Sms.Tests.Pages;
using LoginVerification.WebPush.Tests.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.WebPush.Tests.Pages;

/// <summary>Holds <c>docs/push.md</c> to the code: <c>UPDATE_DOCS=1 dotnet test tests/LoginVerification.WebPush.Tests</c> writes its generated parts anew.</summary>
public sealed class PushPageTests
{
    private const string Page = "docs/push.md";
    private const string Folder = "tests/LoginVerification.WebPush.Tests/Pages";

    [Theory]
    [InlineData("wire", "PushSetup.cs")]
    [InlineData("keys", "VapidKeys.cs")]
    public void The_code_is_what_is_compiled_here(string part, string file) =>
        GeneratedPart.Check(Page, part, $"```csharp\n{Repository.Read($"{Folder}/{file}").Trim()}\n```");

    [Fact]
    public void The_settings_are_those_of_the_code()
    {
        var table = SettingsTable.Of<WebPushOptions>();
        GeneratedPart.Check(Page, "settings", table);
        Assert.All(PushHosts.Default, host => Assert.Contains($"`{host}`", table, StringComparison.Ordinal));
    }

    [Fact]
    public void What_becomes_of_an_answer_is_what_the_code_does()
    {
        var table = new Table("Status", "Meaning", "Becomes");
        foreach (var known in PushAnswers.Known)
            table.Row($"{known.Status}", known.Meaning, $"{(known.Receipt is { } receipt ? $"`{receipt}`" : "tried again")}{(known.IsTheHosts ? ", and an error in the log" : "")}");
        GeneratedPart.Check(Page, "answers", table.Row("any other, or none", "", "tried again").ToString());
    }

    [Fact]
    public void What_the_app_gets_is_what_is_sent() =>
        GeneratedPart.Check(Page, "payload", $"```json\n{WebPushSender.Payload}\n```");

    /// <summary>The sample, run: both ways of wiring start, and an app gets the key.</summary>
    [Fact]
    public async Task The_sample_starts()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var verification = builder.Services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
        }).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        builder.Configuration["WebPush:Subject"] = Senders.Subject;
        builder.Configuration["WebPush:PublicKey"] = Senders.Keys.PublicKey;
        builder.Configuration["WebPush:PrivateKey"] = Senders.Keys.PrivateKey;
        PushSetup.FromConfiguration(verification, builder);
        PushSetup.InCode(verification, name => name is "web-push-public" ? Senders.Keys.PublicKey : Senders.Keys.PrivateKey);
        await using var app = builder.Build();
        PushSetup.Map(app);
        await app.StartAsync();
        // A test beside this one sets the proxy of the process, and a machine may have one.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal(Senders.Keys.PublicKey, await http.GetStringAsync(new Uri(new Uri(app.Urls.Single()), "/web-push-key")));
        Assert.IsType<WebPushSender>(app.Services.GetRequiredService<IPushSender>());
    }
}
