using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Observability.Tests;

/// <summary>
/// A long life of real parts, in which everything happens that is measured, traced or logged. It remembers what nobody may see of it.
/// </summary>
internal sealed class Story(ILoggerProvider logs)
{
    private const string CallbackSecret = "a-secret-of-the-callbacks-1";
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);

    /// <summary>Numbers, codes, challenges, tokens and accounts that were in use.</summary>
    public IReadOnlyCollection<string> Secrets => secrets;

    public async Task PlayAsync()
    {
        await EnrolAsync();
        await SignInBySmsAsync();
        await SignInByAppAsync();
        await SignInByBackupCodeAsync();
        await SendInVainAsync();
        await FailAsync();
        await CallBackAsync();
    }

    private SignInHost Host(Action<LoginVerificationBuilder>? configure = null)
    {
        secrets.UnionWith([SignInHost.Number[1..], "972502345678", "alice"]);
        return new SignInHost(configure: builder =>
        {
            builder.Services.AddLogging(Log);
            configure?.Invoke(builder);
        });
    }

    private void Log(ILoggingBuilder logging) => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);

    private async Task EnrolAsync()
    {
        using var host = Host();
        Assert.NotNull((await host.Session().SubmitPhoneAsync("12")).Refusal);
        Assert.NotNull((await host.Enrolments.ForUser(SignInHost.Alice, SignInHost.Web, null).SubmitPhoneAsync(SignInHost.Number)).Refusal);
        var twice = host.Enrolments.ForUser(SignInHost.Alice, SignInHost.Web, host.Now, idempotencyKey: "request-1");
        Assert.Null((await twice.SubmitPhoneAsync(SignInHost.Number)).Refusal);
        Assert.True((await twice.SubmitPhoneAsync(SignInHost.Number)).Replayed);
        for (var tries = 0; tries < 5; tries++)
            Assert.NotNull((await host.Session().ConfirmCodeAsync(host.WrongCode())).Refusal);
        Assert.Equal(RefusalCode.Locked, (await host.Session().ConfirmCodeAsync(host.Phone.LastCode)).Refusal?.Code);
        Assert.Null((await host.Enrolments.ForOperator(SignInHost.Alice, "staff-1").UnlockAsync()).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.Session().ResendCodeAsync();
        Remember(host);
        Assert.Null((await host.Session().ConfirmCodeAsync(host.Phone.LastCode)).Refusal);
        Assert.Null((await host.Session().EnableAsync(VerificationChannel.Sms)).Refusal);
        await host.DispatchAsync();
        Assert.Single(await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(SignInHost.Number));
        Assert.NotNull(await host.BlockedAsync());
        Remember(host);
    }

    private async Task SignInBySmsAsync()
    {
        using var host = Host();
        await host.EnableSmsAsync();
        var first = await host.ChallengedAsync();
        secrets.Add(first.Id.Value);
        (await host.AnswerAsync(first.Id, host.WrongCode())).Refused();
        (await host.AnswerAsync(first.Id, host.Phone.LastCode)).Approved();
        Remember(host);

        secrets.Add((await host.ChallengedAsync()).Id.Value);
        host.Time.Advance(TimeSpan.FromMinutes(11)); // nobody answers: the next one finds it expired
        var guessed = await host.ChallengedAsync();
        secrets.Add(guessed.Id.Value);
        Remember(host);
        for (var tries = 0; tries < 5; tries++)
            (await host.AnswerAsync(guessed.Id, host.WrongCode())).Refused();
        await host.DispatchAsync();
    }

    private async Task SignInByAppAsync()
    {
        using var host = Host();
        using var app = await host.EnableAppAsync();
        var first = await host.ChallengedAsync();
        secrets.UnionWith([first.Id.Value, app.Key]);
        Assert.Null((await app.ApproveAsync(host, first.Id, first.NumberToMatch!.Text)).Refusal);
        (await host.CompleteAsync(first.Id)).Approved();

        host.Time.Advance(TimeSpan.FromMinutes(2));
        var second = await host.ChallengedAsync();
        secrets.Add(second.Id.Value);
        Assert.Null((await app.DenyAsync(host, second.Id)).Refusal);
        await host.DispatchAsync();
        Remember(host);
    }

    private async Task SignInByBackupCodeAsync()
    {
        using var host = Host();
        await host.EnableSmsAsync();
        var codes = await host.IssueBackupCodesAsync();
        secrets.UnionWith(codes.Select(code => code.Text));
        (await host.UseBackupCodeAsync(new string('z', codes[0].Text.Length))).Refused();
        (await host.UseBackupCodeAsync(codes[0].Text)).Approved();
        await host.DispatchAsync();
        Remember(host);
    }

    private async Task SendInVainAsync()
    {
        using var host = Host();
        host.Phone.Fault = () => new HttpRequestException($"no way to {SignInHost.Number}");
        await host.Session().SubmitPhoneAsync(SignInHost.Number);
        // The code lives for 10 minutes, and the try after that gives up: it comes at most 7.5 minutes later.
        for (var minutes = 0; minutes < 20; minutes++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await host.DispatchAsync();
        }

        foreach (var answer in new SmsReceipt[] { new SmsReceipt.Rejected(RejectionReason.UnknownNumber), new SmsReceipt.OptedOut() })
        {
            using var other = Host();
            other.Phone.Answer = _ => answer;
            await other.Session().SubmitPhoneAsync(SignInHost.Number);
        }

        using var alone = Host();
        alone.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        await alone.EnableSmsAsync();
        Remember(alone);
    }

    private async Task FailAsync()
    {
        using var host = Host(builder => builder.Services.Replace(ServiceDescriptor.Singleton<IPhoneNumberReader, BrokenReader>()));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.Session().SubmitPhoneAsync(SignInHost.Number));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Session().ResendCodeAsync(new CancellationToken(canceled: true)));
    }

    /// <summary>Over a socket: the provider is on the other side of it.</summary>
    private async Task CallBackAsync()
    {
        secrets.UnionWith([CallbackSecret, "what people write"]);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        Log(builder.Logging);
        // The host's log of requests has queries; it is not the library's to keep.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.None);
        builder.Services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
            })
            .UsePhoneNumbers().UseInMemoryStore().UseConsole("Development")
            .UseKannel(settings =>
            {
                settings.SendSms = new Uri("http://127.0.0.1:9/");
                (settings.Username, settings.Password, settings.From) = ("app", "password", "12345");
                settings.CallbackSecrets.Add(CallbackSecret);
            });
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapLoginVerificationCallbacks("/sms");
        await app.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"{app.Urls.Single()}/sms/kannel") };
        var from = $"from={Uri.EscapeDataString(SignInHost.Number)}&text=";
        foreach (var query in new[] { "dlr=1&id=a", "dlr=2&id=a", "dlr=4&id=a", "dlr=8&id=a", "dlr=16&id=a", "dlr=3&id=a", $"{from}STOP", $"{from}START", $"{from}HELP", $"{from}what+people+write" })
            using (await http.GetAsync($"?secret={CallbackSecret}&{query}")) { }
        using (await http.GetAsync($"?secret=forged&{from}STOP")) { }
    }

    private void Remember(SignInHost host) => secrets.UnionWith(host.Phone.Messages.Where(message => message.Text.Contains('#', StringComparison.Ordinal)).Select(RecordingPhone.CodeIn));

    private sealed class BrokenReader : IPhoneNumberReader
    {
        public PhoneReading Read(PhoneInput input, CountryCode? country) => throw new InvalidOperationException($"cannot read {SignInHost.Number}");
    }
}
