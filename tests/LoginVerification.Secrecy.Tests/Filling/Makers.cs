using System.Reflection;
using LoginVerification.Exploration;
using LoginVerification.Pages;
using LoginVerification.Sms;
using LoginVerification.WebPush;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Secrecy.Tests;

/// <summary>What reflection cannot fill: what holds a whole service, policy or graph, made as a host makes it.</summary>
internal static class Makers
{
    private static readonly EnrolmentPolicy Policy = ShippedPolicies.Consistent;

    private static readonly Lazy<ServiceProvider> Host = new(() =>
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["marked"] = Secrets.Key;
            })
            .UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        return services.BuildServiceProvider();
    });

    /// <summary>What a host's own property sees last of a small exploration.</summary>
    private static readonly Lazy<(StateView State, StepView Step)> Views = new(() =>
    {
        (StateView, StepView) seen = default;
        var watch = PolicyProperty.OnEveryStep("watch", step =>
        {
            seen = (step.To, step);
            return true;
        });
        _ = new Explorer().Explore(Policy, new ExplorationOptions { CustomProperties = [watch], MostStates = 1 });
        return seen;
    });

    public static IReadOnlyDictionary<Type, Func<object>> ByHand { get; } = new Dictionary<Type, Func<object>>
    {
        [typeof(SmsMessage)] = () => new SmsMessage("id", PhoneNumber.Parse(Secrets.Number), $"Your code is {Secrets.Code}.\n@example.com #{Secrets.Code}"),
        [typeof(KannelOptions)] = () => Kannel(),
        [typeof(TwilioOptions)] = () => Twilio(),
        [typeof(WebPushOptions)] = () => new WebPushOptions { PrivateKey = Secrets.Code },
        [typeof(KannelCallbacks)] = () => new KannelCallbacks(Options.Create(Kannel())),
        [typeof(TwilioCallbacks)] = () => new TwilioCallbacks(Options.Create(Twilio())),
        [typeof(CallbackRequest)] = () => new CallbackRequest($"https://example.com/?from={Secrets.Number}", $"?secret={Secrets.Code}", [new("From", Secrets.Number)], _ => Secrets.Code),
        [typeof(InboundSms)] = () => ((SmsCallback.Inbound)new KannelCallbacks(Options.Create(Kannel())).Read($"?secret={Secrets.Code}&from={Uri.EscapeDataString(Secrets.Number)}&text={Secrets.Code}")).Message,
        [typeof(LoginVerificationHttpOptions)] = () => new LoginVerificationHttpOptions(),
        [typeof(LoginVerificationEndpoints)] = () => App().MapLoginVerification("/verification"),
        [typeof(LoginVerificationPages)] = () => App().MapLoginVerificationPages("/verification"),
        [typeof(PageScope)] = Scope,
        [typeof(ScreenModel)] = Page,
        [typeof(StoredChange)] = () => StoredFormat.Write(StoredSave()),
        [typeof(Caller)] = () => Caller.User(AccountId.Parse("account-1"), Surface.Parse("web"), Filler.Instant) with { IdempotencyKey = Secrets.Number, Language = Secrets.Code },
        [typeof(EnrolmentPolicy)] = () => Policy,
        [typeof(IEnrolmentService)] = () => Host.Value.GetRequiredService<IEnrolmentService>(),
        [typeof(OutboxDispatcher)] = () => Host.Value.GetRequiredService<OutboxDispatcher>(),
        [typeof(InMemoryEnrolments)] = () => FilledStore(),
        [typeof(PolicyRoutes)] = () => PolicyRoutes.Of(Policy),
        [typeof(EnrolmentChances)] = () => EnrolmentChances.Of(Policy),
        [typeof(StateView)] = () => Views.Value.State,
        [typeof(StepView)] = () => Views.Value.Step,
        [typeof(EnrolmentPorts)] = () => Ports(FilledStore()),
        [typeof(Clause)] = () => new Clause("A clause", () => Task.CompletedTask),
        [typeof(RecordingPhone)] = () => PhoneWithCode(),
        [typeof(RecordingOwner)] = () => new RecordingOwner(),
        [typeof(LoginVerificationBuilder)] = () => new ServiceCollection().AddLoginVerification(options => options.CodeKeys["marked"] = Secrets.Key),
    };

    private static WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLoginVerification(_ => { }).UseAspNetCore(options => options.LetIn = (_, _, _) => Task.CompletedTask).UsePages();
        return builder.Build();
    }

    /// <summary>Of a request, which the library alone makes one for.</summary>
    private static object Scope()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddLoginVerification(_ => { }).UseAspNetCore();
        var context = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        return typeof(PageScope).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single().Invoke([context, 0]);
    }

    /// <summary>Of an owner who is protected: whose channel is filled.</summary>
    private static object Page()
    {
        var status = (EnrolmentStatus)new Filler(ByHand).Make(typeof(EnrolmentStatus))! with { State = EnrolmentState.VerificationEnabled };
        return typeof(ScreenModel).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single().Invoke([Policy.Screens.Screens[0], status, "/verification"]);
    }

    private static KannelOptions Kannel()
    {
        var settings = new KannelOptions { SendSms = new Uri("https://example.com/"), Username = "app", Password = Secrets.Code };
        settings.CallbackSecrets.Add(Secrets.Code);
        return settings;
    }

    private static TwilioOptions Twilio()
    {
        var settings = new TwilioOptions { ApiKeySecret = Secrets.Code };
        settings.AuthTokens.Add(Secrets.Code);
        return settings;
    }

    private static EnrolmentPorts Ports(InMemoryEnrolments store) => new(store, store, store);

    private static RecordingPhone PhoneWithCode()
    {
        var phone = new RecordingPhone();
        phone.SendAsync((SmsMessage)ByHand[typeof(SmsMessage)](), default).GetAwaiter().GetResult();
        return phone;
    }

    private static EnrolmentChange StoredSave()
    {
        var number = PhoneNumber.Parse(Secrets.Number);
        var enrolment = new Enrolment(AccountId.Parse("account-1"))
        {
            Version = 1,
            Id = EnrolmentId.Parse(new string('0', 2 * EnrolmentId.Length)),
            ChangedAt = Filler.Instant,
            OptedOut = [new OptOut(number, Filler.Instant)],
        };
        return new EnrolmentChange(new Enrolment(enrolment.Account), enrolment, [new DeliveryOptedOut(number) { Origin = new Origin(Filler.Instant, Initiator.Operator, null) }], []);
    }

    private static InMemoryEnrolments FilledStore()
    {
        var store = new InMemoryEnrolments();
        var change = (EnrolmentChange)new Filler(new Dictionary<Type, Func<object>>()).Make(typeof(EnrolmentChange))!;
        _ = store.TrySaveAsync(change with { Before = change.Before with { Version = 0 }, Enrolment = change.Enrolment with { Version = change.Events.Count } }, default).AsTask().Result
            ? true
            : throw new InvalidOperationException("The store did not take the change.");
        return store;
    }
}
