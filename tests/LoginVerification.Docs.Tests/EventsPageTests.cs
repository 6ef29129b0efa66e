using LoginVerification.Engine;
using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/events.md</c> to the events, the lifecycle table, and what a save of the real service owes.</summary>
public sealed class EventsPageTests
{
    private static readonly EnrolmentState[] States = Enum.GetValues<EnrolmentState>();

    [Fact]
    public async Task The_table_is_what_the_code_says_and_does()
    {
        var owed = await TourAsync();
        var table = new Table("Event", "What happened", "Leads", "Owes");
        foreach (var trigger in Enum.GetValues<LifecycleTrigger>())
        {
            var type = typeof(EnrolmentEvent).Assembly.GetType($"{typeof(EnrolmentEvent).Namespace}.{trigger}")!;
            Assert.True(owed.TryGetValue(trigger, out var effects), $"The tour has no {trigger}.");
            table.Row($"`{trigger}`", XmlDocs.Of(type), Edges(trigger), effects.Count == 0 ? "nothing" : string.Join("; ", effects.Order(StringComparer.Ordinal)));
        }

        GeneratedPart.Check("docs/events.md", "events", table.ToString());
    }

    [Fact]
    public void Every_event_has_a_row() =>
        Assert.Equal(
            Enum.GetNames<LifecycleTrigger>().Order(),
            typeof(EnrolmentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentEvent))).Select(type => type.Name).Order());

    private static string Edges(LifecycleTrigger trigger)
    {
        var moves = States.Where(from => Lifecycle.Next(from, trigger) is { } to && to != from).Select(from => $"{from} → {Lifecycle.Next(from, trigger)}");
        var stays = States.Where(from => Lifecycle.Next(from, trigger) == from).ToList();
        var loop = stays.Count == 0 ? [] : new[] { $"stays in {(stays.Count == States.Length ? "any state" : string.Join(", ", stays))}" };
        return string.Join("; ", moves.Concat(loop));
    }

    /// <summary>Makes every event happen in the real service, and tells what the saves owed for each kind.</summary>
    private static async Task<Dictionary<LifecycleTrigger, HashSet<string>>> TourAsync()
    {
        var owed = new Dictionary<LifecycleTrigger, HashSet<string>>();
        await VisitAsync(owed, ShippedPolicies.Consistent, LifeAsync);
        await VisitAsync(owed, ShippedPolicies.Consistent, async host =>
        {
            host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
            await host.Verify();
            Assert.Null((await host.As("web", new AcknowledgeNotices())).Refusal);
        });
        await VisitAsync(owed, ShippedPolicies.Consistent, async host =>
        {
            host.Phone.Answer = _ => new SmsReceipt.Rejected(RejectionReason.Refused);
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            host.Time.AdjustTime(host.Time.GetUtcNow() - TimeSpan.FromHours(1));
            await host.Do("web", new CancelPending());
        });
        await VisitAsync(owed, ShippedPolicies.Consistent, async host =>
            Assert.Null((await host.Operator(new ImportVerifiedPhone(TestHost.Israeli, host.Now))).Refusal));
        await VisitAsync(owed, ShippedPolicies.Consistent, SignInsBySmsAsync);
        await VisitAsync(owed, ShippedPolicies.Consistent, SignInsByAppAsync);
        await VisitAsync(owed, ShippedPolicies.Twitter2014, async host =>
        {
            await host.Enable("mobileWeb", "web");
            await host.Do("web", new RemovePhone());
        }, happened => happened is ProtectionDropped);
        return owed;
    }

    private static async Task LifeAsync(TestHost host)
    {
        await host.Do("web", new SubmitPhone(TestHost.Israeli));
        await host.Mistype(1);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.Do("web", new ResendCode());
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.Do("web", new ResendCode(), new CancelPending());
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Do("web", new SubmitPhone(TestHost.Israeli));
        host.Time.Advance(TimeSpan.FromHours(24));
        await host.Operator(new Unlock());
        await host.Enable();
        using var device = await TestDevice.BoundAsync(host, PushAddress.Parse("a subscription"));
        await host.Do("web", new ChangeChannel(VerificationChannel.AppPush));
        await host.Verify(number: "+447911123456");
        await host.Carrier(new OptOutOfDelivery("+447911123456"));
        await host.Carrier(new RestoreDelivery("+447911123456"));
        await host.Carrier(new InvalidatePhone("+447911123456", InvalidationReason.Recycled));
        var caller = Caller.User(AccountId.Parse(TestHost.Account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = "a-key" };
        Assert.Null((await host.Service.HandleAsync(caller, new DisableVerification())).Refusal);
        await host.Do("web", new RemovePhone());
    }

    private static async Task SignInsBySmsAsync(TestHost host)
    {
        await host.Enable();
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        var challenge = await host.BeginAsync();
        var code = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInStart.Challenged>(await host.SignIns.ResendAsync(AccountId.Parse(TestHost.Account), Surface.Parse("web"), challenge.Id));
        Assert.IsType<SignInAnswer.Approved>(await host.AnswerAsync(challenge.Id, code));
        var second = await host.BeginAsync();
        host.Time.Advance(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 5; i++)
            await host.UseBackupCodeAsync("0000-0000-0000-0000");
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInAnswer.Approved>(await host.UseBackupCodeAsync(codes[0].Text));
        var third = await host.BeginAsync();
        for (var i = 0; i < 5; i++)
            await host.AnswerAsync(third.Id, host.WrongCode);
        await host.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
    }

    private static async Task SignInsByAppAsync(TestHost host)
    {
        using var device = await host.EnableAppAsync(PushAddress.Parse("a subscription"));
        using var other = await TestDevice.BoundAsync(host);
        var challenge = await host.BeginAsync();
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInStart.Challenged>(await host.SignIns.ResendAsync(device.Account, Surface.Parse("web"), challenge.Id));
        Assert.Null((await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal);
        Assert.IsType<SignInAnswer.Approved>(await host.CompleteAsync(challenge.Id));
        host.Push.Receipt = PushReceipt.Gone;
        Assert.Null((await device.DenyAsync((await host.BeginAsync()).Id)).Refusal);
        await host.Do("web", new RenameDevice(other.Id, "Old phone"), new RemoveDevice(other.Id));
    }

    private static async Task VisitAsync(
        Dictionary<LifecycleTrigger, HashSet<string>> owed, EnrolmentPolicy policy, Func<TestHost, Task> visit, Func<EnrolmentEvent, bool>? only = null)
    {
        RecordingStore? store = null;
        using var host = new TestHost(policy, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore>(provider => store = new RecordingStore(provider.GetRequiredService<InMemoryEnrolments>())));
        });
        await visit(host);
        foreach (var save in store!.Saves)
        {
            foreach (var (index, happened) in save.Events.Index().Where(entry => only?.Invoke(entry.Item) ?? true))
            {
                if (!owed.TryGetValue(happened.Trigger, out var effects))
                    owed.Add(happened.Trigger, effects = []);
                effects.UnionWith(save.Outbox.Where(message => message.EventVersion == save.ExpectedVersion + index + 1).Select(message => Tell(message, host)));
            }
        }
    }

    private static string Tell(OutboxMessage message, TestHost host) => message.Effect switch
    {
        OutboxEffect.SendCode => "the code by SMS",
        OutboxEffect.WakeDevices => "a push to the devices",
        OutboxEffect.NotifyOwner => $"notice `{host.Owner.Letters.Single(notice => notice.Id == message.Id).Kind}`",
        OutboxEffect.NotifySecondAddress => "the same to a second address",
        OutboxEffect.NotifyPreviousNumber => "an SMS to the previous number",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
