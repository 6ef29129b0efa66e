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
    private readonly MillisecondClock clock;
    private readonly ChallengeSeeds seeds;
    private readonly CodeMatcher matcher;
    private readonly RequestLedger requests;
    private readonly Explainer explainer;

    public Composition(IServiceProvider services)
    {
        // Reading the value checks it: every error comes at once, before a part is missed.
        var options = services.GetRequiredService<IOptions<LoginVerificationOptions>>().Value;
        policy = services.GetRequiredService<EnrolmentPolicy>();
        loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        clock = new MillisecondClock(services.GetRequiredService<TimeProvider>());
        var keys = new CodeKeys(options.CodeKeys, string.IsNullOrEmpty(options.CurrentCodeKey) ? options.CodeKeys.Keys.Single() : options.CurrentCodeKey);
        (seeds, matcher, requests, explainer) = (new ChallengeSeeds(services.GetRequiredService<IEntropy>(), keys), new CodeMatcher(keys), new RequestLedger(keys), new Explainer(policy));

        var source = new AdapterSource(services, services.GetRequiredService<AdapterLifetimes>());
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        Dispatcher = Dispatching(new ScopedAdapters(source, scopes), keys, options);
        Service = source.AreAllSingletons
            ? Serving(source.GetAll(services))
            : new ScopedEnrolmentService(scopes, scope => Serving(source.GetAll(scope)));
        if (ResearchValues.Of(policy.Document) is { Count: > 0 } values)
            LogResearch(loggers.CreateLogger<EnrolmentService>(), policy.Name, string.Join(" and ", values));
    }

    public IEnrolmentService Service { get; }

    public OutboxDispatcher Dispatcher { get; }

    private EnrolmentService Serving(Adapters adapters)
    {
        var gatherer = new FactGatherer(
            adapters.Numbers,
            adapters.Store,
            adapters.Registry,
            adapters.Devices,
            adapters.Risk,
            adapters.Limiter,
            adapters.Sms,
            seeds,
            matcher,
            policy,
            loggers.CreateLogger<FactGatherer>());
        return new EnrolmentService(
            adapters.Store,
            gatherer,
            new StatusReader(policy, explainer, gatherer, adapters.Sms, UnansweredPorts.Among(adapters.Registry, adapters.Devices, adapters.Risk, adapters.Limiter)),
            Dispatcher,
            requests,
            policy,
            explainer,
            clock,
            loggers.CreateLogger<EnrolmentService>());
    }

    private OutboxDispatcher Dispatching(ScopedAdapters adapters, CodeKeys keys, LoginVerificationOptions options) => new(
        adapters.Store,
        adapters.History,
        adapters.Outbox,
        adapters.Sms,
        adapters.Notifier,
        new SmsComposer(keys, SmsHostName.Written(options.SmsHost), new Dictionary<string, SmsTexts>(options.SmsTexts, StringComparer.OrdinalIgnoreCase)),
        new DispatchTiming(
            Duration.FromTimeSpan(options.OutboxLease),
            Duration.FromTimeSpan(options.FirstRetry),
            Duration.FromTimeSpan(options.LongestRetry),
            options.SendAttempts),
        clock,
        loggers.CreateLogger<OutboxDispatcher>());

    [LoggerMessage(30, LogLevel.Warning, "The policy {Policy} is for research ({Values}): protection can end and nobody is told. No real account may depend on it.")]
    private static partial void LogResearch(ILogger logger, string policy, string values);
}
