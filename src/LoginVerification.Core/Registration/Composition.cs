using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace LoginVerification;

/// <summary>Puts the parts together, once, from what the host registered.</summary>
internal sealed class Composition
{
    public Composition(IServiceProvider services)
    {
        // Reading the value checks it: every error comes at once, before a part is missed.
        var options = services.GetRequiredService<IOptions<LoginVerificationOptions>>().Value;
        var policy = services.GetRequiredService<EnrolmentPolicy>();
        var loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var time = services.GetRequiredService<TimeProvider>();
        var clock = new MillisecondClock(time);
        var keys = new CodeKeys(options.CodeKeys, string.IsNullOrEmpty(options.CurrentCodeKey) ? options.CodeKeys.Keys.Single() : options.CurrentCodeKey);

        var store = services.GetRequiredService<IEnrolmentStore>();
        var sender = services.GetRequiredService<ISmsSender>();
        var registry = services.GetRequiredService<ICountryRegistry>();
        var devices = services.GetRequiredService<IAppDevices>();
        var risk = services.GetRequiredService<IRiskSignal>();
        var limiter = services.GetRequiredService<ISendLimiter>();

        var history = services.GetRequiredService<IEnrolmentHistory>();
        var outbox = services.GetRequiredService<IOutbox>();
        var messages = new OutboxMessages(keys);
        var timing = new DispatchTiming(
            Duration.FromTimeSpan(options.OutboxLease),
            Duration.FromTimeSpan(options.FirstRetry),
            Duration.FromTimeSpan(options.LongestRetry),
            options.SendAttempts,
            options.SendWait,
            options.SendsSideBySide);
        var log = loggers.CreateLogger<OutboxDispatcher>();
        var delivery = new Delivery(
            store,
            history,
            sender,
            services.GetRequiredService<INotifier>(),
            new SmsComposer(keys, options.SmsHost, new Dictionary<string, SmsTexts>(options.SmsTexts, StringComparer.OrdinalIgnoreCase)),
            clock,
            log);
        var background = new Background();
        var reports = new LimiterReports(limiter, background, options.PortDeadline, time, log);
        var attempts = new DeliveryAttempts(outbox, delivery, new DeliveryJournal(store, messages, clock), reports, timing, time, clock, log);
        Dispatcher = new OutboxDispatcher(outbox, history, attempts, reports, background, timing, time, clock);

        var gathererLog = loggers.CreateLogger<FactGatherer>();
        var calls = new PortCalls(options.PortDeadline, time, gathererLog);
        var gatherer = new FactGatherer(
            services.GetRequiredService<IPhoneNumberReader>(),
            store,
            devices,
            new SendSignals(limiter, registry, risk, calls, gathererLog),
            calls,
            sender,
            new ChallengeSeeds(services.GetRequiredService<IEntropy>(), keys),
            new CodeMatcher(keys),
            policy);
        var explainer = new Explainer(policy);
        Service = new EnrolmentService(
            store,
            gatherer,
            new StatusReader(policy, explainer, gatherer, Dispatcher, sender, UnansweredPorts.Among(registry, devices, risk, limiter)),
            messages,
            Dispatcher,
            new RequestLedger(keys),
            policy,
            explainer,
            clock,
            loggers.CreateLogger<EnrolmentService>());
    }

    public IEnrolmentService Service { get; }

    public OutboxDispatcher Dispatcher { get; }
}
