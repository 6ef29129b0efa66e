using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace LoginVerification;

/// <summary>Puts the parts together, once, from what the host registered. Only what holds an adapter that does not live as long is made per command.</summary>
internal sealed partial class Composition
{
    private readonly EnrolmentPolicy policy;
    private readonly ILoggerFactory loggers;
    private readonly TimeProvider time;
    private readonly MillisecondClock clock;
    private readonly LoginVerificationOptions options;
    private readonly OutboxMessages messages;
    private readonly ChallengeSeeds seeds;
    private readonly BackupCodeSets backupCodes;
    private readonly DeviceTokens tokens;
    private readonly CodeMatcher matcher;
    private readonly RequestLedger requests;
    private readonly Explainer explainer;

    public Composition(IServiceProvider services)
    {
        // Reading the value checks it: every error comes at once, before a part is missed.
        options = services.GetRequiredService<IOptions<LoginVerificationOptions>>().Value;
        policy = services.GetRequiredService<EnrolmentPolicy>();
        // Options that a host made itself are not checked, and another policy may be handed out the second time: this is the one that would be served.
        if (services.GetService<ServedToExplore>() is null && StartChecks.ForExplorationAlone(policy) is [var complaint])
            throw new InvalidOperationException(complaint);
        loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        time = services.GetRequiredService<TimeProvider>();
        clock = new MillisecondClock(time);
        var keys = new CodeKeys(options.CodeKeys, string.IsNullOrEmpty(options.CurrentCodeKey) ? options.CodeKeys.Keys.Single() : options.CurrentCodeKey);
        (backupCodes, tokens) = (new BackupCodeSets(services.GetRequiredService<IEntropy>()), new DeviceTokens(keys));
        (seeds, matcher, requests, explainer) = (new ChallengeSeeds(services.GetRequiredService<IEntropy>(), keys), new CodeMatcher(keys), new RequestLedger(keys), new Explainer(policy));
        messages = new OutboxMessages(keys);

        var source = new AdapterSource(services, services.GetRequiredService<AdapterLifetimes>());
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var perCall = new ScopedAdapters(source, scopes);
        Dispatcher = Dispatching(perCall, keys);
        if (source.AreAllSingletons)
        {
            (Enrolments, SignIns, Devices) = Serving(source.ForCommand(services), perCall);
        }
        else
        {
            var scoped = new ScopedServices(scopes, scope => Serving(source.ForCommand(scope), perCall), loggers.CreateLogger<ScopedServices>());
            (Enrolments, SignIns, Devices) = (scoped, scoped, scoped);
        }

        if (ResearchValues.Of(policy.Document) is { Count: > 0 } values)
            LogResearch(loggers.CreateLogger<EnrolmentService>(), policy.Name, string.Join(" and ", values));
    }

    public IEnrolmentService Enrolments { get; }

    public ISignInService SignIns { get; }

    public IDeviceService Devices { get; }

    public OutboxDispatcher Dispatcher { get; }

    /// <summary>What works the outbox off while a host runs.</summary>
    public OutboxLoop Loop() => new(Dispatcher, options.RunsOutbox, options.OutboxInterval, time, loggers.CreateLogger<OutboxLoop>());

    private Services Serving(Adapters adapters, ScopedAdapters perCall)
    {
        var log = loggers.CreateLogger<FactGatherer>();
        var calls = new PortCalls(options.PortDeadline, time, log);
        var answers = new AccountAnswers(perCall.Attributes, policy, calls, log);
        var gatherer = new FactGatherer(
            adapters.Numbers,
            adapters.Store,
            new SendSignals(perCall.Limiter, perCall.Registry, perCall.Risk, calls, log),
            answers,
            adapters.Sms,
            seeds,
            matcher,
            tokens,
            policy);
        var accounts = new Accounts(adapters.Store);
        var pipeline = new CommandPipeline(adapters.Store, accounts, gatherer, messages, Dispatcher, requests, policy, explainer, backupCodes, new CommandObserver(time, loggers.CreateLogger<CommandPipeline>()), clock, loggers.CreateLogger<CommandPipeline>());
        var status = new StatusReader(policy, explainer, Dispatcher, adapters.Sms, answers, UnansweredPorts.Among(perCall.Registry, perCall.Risk, perCall.Limiter, perCall.Push, perCall.Attributes, policy));
        var ways = new SignInWays(policy, adapters.Sms);
        return new Services(
            new EnrolmentService(pipeline, accounts, adapters.Store, perCall.History, gatherer, status, tokens, answers, policy, explainer, clock, loggers.CreateLogger<EnrolmentService>()),
            new SignInService(pipeline, accounts, Dispatcher, matcher, ways, clock, loggers.CreateLogger<SignInService>()),
            new DeviceService(pipeline, accounts, clock));
    }

    private OutboxDispatcher Dispatching(ScopedAdapters adapters, CodeKeys keys)
    {
        var timing = new DispatchTiming(
            Duration.FromTimeSpan(options.OutboxLease),
            Duration.FromTimeSpan(options.FirstRetry),
            Duration.FromTimeSpan(options.LongestRetry),
            options.SendAttempts,
            options.SendWait,
            options.SendsSideBySide);
        var log = loggers.CreateLogger<OutboxDispatcher>();
        var composer = new SmsComposer(keys, SmsHostName.Written(options.SmsHost), new Dictionary<string, SmsTexts>(options.SmsTexts, StringComparer.OrdinalIgnoreCase));
        var delivery = new Delivery(adapters.Store, adapters.History, adapters.Sms, adapters.Notifier, adapters.Push, composer, clock, log);
        var background = new Background();
        var reports = new LimiterReports(adapters.Limiter, background, options.PortDeadline, time, log);
        var attempts = new DeliveryAttempts(adapters.Outbox, delivery, new DeliveryJournal(adapters.Store, adapters.History, messages, clock), reports, timing, time, clock, log);
        return new OutboxDispatcher(adapters.Outbox, adapters.History, attempts, reports, background, timing, time, clock);
    }

    [LoggerMessage(30, LogLevel.Warning, "The policy {Policy} is for research ({Values}): protection can end and nobody is told. No real account may depend on it.")]
    private static partial void LogResearch(ILogger logger, string policy, string values);
}
