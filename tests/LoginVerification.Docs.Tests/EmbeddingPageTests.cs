using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Example;
using LoginVerification.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds the code of <c>docs/embedding.md</c> to files that are compiled, and runs each of them.</summary>
public sealed class EmbeddingPageTests
{
    private const string Page = "docs/embedding.md";

    /// <summary>Each region of the folder's files, with its file.</summary>
    private static readonly Dictionary<string, string> Regions = Repository
        .Files("tests/LoginVerification.Docs.Tests/Embedding", "*.cs")
        .SelectMany(file => Repository.Read(file).Split('\n').Where(line => line.Trim().StartsWith("#region ", StringComparison.Ordinal)).Select(line => (Name: line.Trim()["#region ".Length..], File: file)))
        .ToDictionary(region => region.Name, region => region.File);

    /// <summary>All but the blocks of the guide, which <see cref="EmbeddingGuideTests"/> takes.</summary>
    [Fact]
    public void The_code_is_the_code_that_is_compiled()
    {
        var guide = new Guide(Page);
        Assert.Equal(Regions.Keys.Order(), GeneratedPart.Names(Page).Order());
        Assert.All(Regions, region => GeneratedPart.Check(Page, region.Key, Snippets.Fenced(region.Value, region.Key)));
        Assert.Equal(Regions.Count + guide.Steps - guide.Commands.Count(), Snippets.Blocks(Repository.Read(Page), "csharp").Count);
    }

    [Fact]
    public async Task The_registration_sends_a_code_over_the_gateway()
    {
        var gateway = new RecordingGateway();
        await using var app = Build(gateway);
        await app.StartAsync();
        var user = app.Services.GetRequiredService<IEnrolmentService>().ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), authenticatedAt: SystemClock.Instance.GetCurrentInstant());

        Assert.Equal(RefusalCode.CountryMissing, (await user.SubmitPhoneAsync("050 234 5678")).Refusal?.Code);
        Assert.Equal(CodeDelivery.Sent, (await user.SubmitPhoneAsync("050 234 5678", CountryCode.Parse("IL"))).CodeDelivery);
        Assert.Equal(EnrolmentState.PhoneVerified, (await user.ConfirmCodeAsync(gateway.LastCode)).State);
        Assert.Equal(EnrolmentState.VerificationEnabled, (await user.EnableAsync(VerificationChannel.Sms)).State);
    }

    [Fact]
    public async Task A_language_has_its_text_and_each_fits_one_segment()
    {
        using var host = new TestHost(configure: services => services.Configure<LoginVerificationOptions>(Choices.AddTexts));
        foreach (var language in new[] { "he-IL", "ar", "de", "en-GB" })
            await host.Service.HandleAsync(Caller.User(AccountId.Parse(language), Surface.Parse("web"), host.Now) with { Language = language }, new SubmitPhone(TestHost.Israeli));
        Assert.Equal(["he", "ar", "en", "en"], host.Phone.Messages.Select(message =>
            message.Text.Contains("קוד", StringComparison.Ordinal) ? "he" : message.Text.Contains("رمز", StringComparison.Ordinal) ? "ar" : "en"));
        Assert.All(host.Phone.Messages.Take(2), message => Assert.True(message.Text.Length <= 70));
    }

    [Fact]
    public async Task A_code_under_a_retired_key_is_taken_while_the_key_is_there_and_expired_when_it_is_gone()
    {
        var keys = new Dictionary<string, byte[]> { ["2026-05"] = RandomNumberGenerator.GetBytes(32), ["2026-11"] = RandomNumberGenerator.GetBytes(32) };
        var store = new InMemoryEnrolments();
        var phone = new RecordingPhone();
        var before = Keyed(store, phone, o => o.CodeKeys["2026-05"] = keys["2026-05"]);
        var rotated = Keyed(store, phone, o => Choices.Rotate(o, name => keys[name]));
        var after = Keyed(store, phone, o => o.CodeKeys["2026-11"] = keys["2026-11"]);
        var caller = Caller.User(AccountId.Parse(TestHost.Account), Surface.Parse("web"), NodaTime.SystemClock.Instance.GetCurrentInstant());

        Assert.Null((await before.HandleAsync(caller, new SubmitPhone(TestHost.Israeli))).Refusal);
        Assert.Equal(RefusalCode.CodeExpired, (await after.HandleAsync(caller, new ConfirmCode(phone.LastCode))).Refusal?.Code);
        Assert.Null((await rotated.HandleAsync(caller, new ConfirmCode(phone.LastCode))).Refusal);
    }

    [Fact]
    public void A_policy_file_is_loaded() =>
        Assert.Equal("consistent", Choices.LoadPolicy(Repository.PathOf("policies/consistent.json")).Name);

    [Theory]
    [InlineData(typeof(ICountryRegistry))]
    [InlineData(typeof(IRiskSignal))]
    [InlineData(typeof(ISendLimiter))]
    public async Task A_port_that_gives_no_answer_closes_sends(Type port)
    {
        using var host = new TestHost(configure: services => services.AddSingleton(port, typeof(Down)));
        Assert.Equal(RefusalCode.SendsHeldBack, (await host.As("web", new SubmitPhone(TestHost.Israeli))).Refusal?.Code);
        Assert.Empty(host.Phone.Messages);
    }

    [Fact]
    public async Task While_the_push_service_is_down_the_app_asks_by_itself_and_the_sign_in_goes_on()
    {
        using var host = new TestHost(configure: services => services.AddSingleton<IPushSender, Down>());
        using var device = await host.EnableAppAsync(PushAddress.Parse("a subscription"));
        var challenge = await host.BeginAsync();
        Assert.Equal(CodeDelivery.Waiting, challenge.Delivery);
        Assert.Equal(challenge.Id, (await device.PromptAsync())?.Challenge);
        Assert.Null((await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal);
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.AppPush), await host.CompleteAsync(challenge.Id));
    }

    [Fact]
    public async Task A_sign_in_by_SMS_takes_the_code_once_and_shows_no_number()
    {
        using var host = new TestHost();
        var signIn = new SignIn(host.SignIns, host.Time);
        var session = new WaitingSession { Account = AccountId.Parse(TestHost.Account) };
        Assert.IsType<SignInStart.NotEnrolled>(await signIn.BeginAsync(session, "Firefox", default));
        await host.Enable();

        var start = await signIn.BeginAsync(session, "Firefox", default);
        Assert.Equal("We have sent a code to +97********78.", SignIn.Tell(start));
        Assert.Equal(start, await signIn.BeginAsync(session, "Firefox", default));
        Assert.Equal(RefusalCode.WrongCode, Assert.IsType<SignInAnswer.Refused>(await signIn.GiveCodeAsync(session, host.WrongCode, default)).Refusal.Code);
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.Sms), await signIn.GiveCodeAsync(session, host.Phone.LastCode, default));
        Assert.IsType<SignInAnswer.Refused>(await signIn.GiveCodeAsync(session, host.Phone.LastCode, default));
    }

    [Fact]
    public async Task A_sign_in_by_the_app_waits_for_the_owner()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        var signIn = new SignIn(host.SignIns, host.Time);
        var session = new WaitingSession { Account = device.Account };
        var start = await signIn.BeginAsync(session, "Firefox", default);
        var number = ((SignInStart.Challenged)start).Challenge.NumberToMatch!.Text;
        Assert.Equal($"Open the app and type {number}.", SignIn.Tell(start));

        var waiting = signIn.WaitForAppAsync(session, default);
        Assert.False(waiting.IsCompleted);
        var prompt = (await device.PromptAsync())!;
        Assert.Equal(("web", "Firefox"), (prompt.Surface.Name, prompt.Browser));
        Assert.Null((await device.ApproveAsync(prompt.Challenge, number)).Refusal);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.AppPush), await waiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_blocked_sign_in_tells_the_ways_out_and_a_backup_code_is_one()
    {
        using var host = new TestHost();
        await host.Enable();
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        await host.Carrier(new OptOutOfDelivery(TestHost.Israeli));
        var signIn = new SignIn(host.SignIns, host.Time);
        var session = new WaitingSession { Account = AccountId.Parse(TestHost.Account) };
        Assert.Equal("We cannot ask you now (DeliveryOptedOut). You can: send START from the phone, or use a backup code.", SignIn.Tell(await signIn.BeginAsync(session, "Firefox", default)));
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.BackupCode) { BackupCodesLeft = 9 }, await signIn.GiveBackupCodeAsync(session, codes[0].Text, default));
        Assert.IsType<SignInAnswer.Refused>(await signIn.GiveBackupCodeAsync(session, codes[0].Text, default));
    }

    [Fact]
    public async Task The_loop_sends_what_a_failed_attempt_left()
    {
        using var host = new TestHost(configure: services => services.Replace(ServiceDescriptor.Singleton<ISmsSender, FailingOnce>()).AddSingleton<RecordingPhone>().AddLogging());
        await host.Do("web", new SubmitPhone(TestHost.Israeli));
        var sender = (FailingOnce)host.Services.GetRequiredService<ISmsSender>();
        Assert.False(sender.Sent.Task.IsCompleted);

        var loop = host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Single();
        await loop.StartAsync(default);
        host.Time.Advance(TimeSpan.FromSeconds(8));
        await sender.Sent.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task A_STOP_ends_delivery_and_a_START_takes_it_back()
    {
        using var host = new TestHost();
        await host.Enable();
        var reports = new Reports(host.Service);
        await reports.InboundAsync(TestHost.Israeli, " Stop ");
        await reports.InboundAsync(TestHost.Israeli, "STOP");
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut), await host.Service.GetLoginRequirementAsync(AccountId.Parse(TestHost.Account)));
        await reports.InboundAsync(TestHost.Israeli, "start");
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse(TestHost.Account)));
    }

    [Fact]
    public async Task An_import_can_run_again_and_tells_each_owner()
    {
        using var host = new TestHost();
        var reports = new Reports(host.Service);
        Reports.OldUser[] users = [new(TestHost.Account, TestHost.Israeli, host.Now - Duration.FromDays(9), TwoFactor: true), new("account-2", "no number", host.Now, TwoFactor: false)];
        Assert.Equal([("account-2", RefusalCode.NumberUnreadable)], await reports.ImportAsync(users, "staff-1"));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse(TestHost.Account)));
        await host.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        Assert.Equal([NoticeKind.PhoneVerified, NoticeKind.VerificationEnabled], host.Owner.Notices);
        Assert.All(host.Owner.Letters, notice => Assert.Equal(Initiator.Operator, notice.By));
        Assert.Equal((TestHost.Account, RefusalCode.ImportNotPossible), (await reports.ImportAsync(users, "staff-1"))[0]);
    }

    public static TheoryData<string> Clauses => [.. new TextStoreContract().Clauses.Select(clause => clause.Name)];

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task The_store_keeps_what_its_ports_promise(string clause) => new TextStoreContract().CheckAsync(clause);

    private sealed class TextStoreContract : EnrolmentsContract
    {
        protected override ValueTask<EnrolmentPorts> OpenAsync()
        {
            var store = new TextStore();
            return new(new EnrolmentPorts(store, store, store));
        }
    }

    private static IEnrolmentService Keyed(InMemoryEnrolments store, RecordingPhone phone, Action<LoginVerificationOptions> keys)
    {
        var services = new ServiceCollection().AddSingleton(store).AddSingleton<ISmsSender>(phone).AddSingleton<INotifier, RecordingOwner>();
        services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            keys(o);
        }).UsePhoneNumbers().UseInMemoryStore();
        return services.BuildServiceProvider().GetRequiredService<IEnrolmentService>();
    }

    private static WebApplication Build(RecordingGateway gateway)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["LoginVerification:SmsHost"] = "example.com";
        builder.Configuration["LoginVerification:CurrentCodeKey"] = "2026-11";
        builder.Configuration["LoginVerification:CodeKeys:2026-11"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        builder.Configuration["Gateway"] = "http://gateway/";
        builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => gateway));
        builder.Services.AddSingleton<IMail, NoMail>();
        Setup.AddVerification(builder);
        return builder.Build();
    }

    private sealed class RecordingGateway : HttpMessageHandler
    {
        public string LastCode { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!["text"]!.GetValue<string>();
            LastCode = text[(text.LastIndexOf('#') + 1)..];
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }
    }

    private sealed class NoMail : IMail
    {
        public Task<string?> AddressOfAsync(string user, int which, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task SendAsync(string address, string text, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class FailingOnce : ISmsSender
    {
        private int attempts;

        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsLive => false;

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref attempts) == 1)
                throw new HttpRequestException("The gateway is down.");
            Sent.TrySetResult();
            return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
        }
    }
}
