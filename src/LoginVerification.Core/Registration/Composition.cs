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
        var clock = new MillisecondClock(services.GetRequiredService<TimeProvider>());
        var keys = new CodeKeys(options.CodeKeys, string.IsNullOrEmpty(options.CurrentCodeKey) ? options.CodeKeys.Keys.Single() : options.CurrentCodeKey);

        var store = services.GetRequiredService<IEnrolmentStore>();
        var sender = services.GetRequiredService<ISmsSender>();
        var registry = services.GetRequiredService<ICountryRegistry>();
        var devices = services.GetRequiredService<IAppDevices>();
        var risk = services.GetRequiredService<IRiskSignal>();
        var limiter = services.GetRequiredService<ISendLimiter>();

        Dispatcher = new OutboxDispatcher(
            store,
            services.GetRequiredService<IEnrolmentHistory>(),
            services.GetRequiredService<IOutbox>(),
            sender,
            services.GetRequiredService<INotifier>(),
            new SmsComposer(keys, options.SmsHost, new Dictionary<string, SmsTexts>(options.SmsTexts, StringComparer.OrdinalIgnoreCase)),
            new DispatchTiming(
                Duration.FromTimeSpan(options.OutboxLease),
                Duration.FromTimeSpan(options.FirstRetry),
                Duration.FromTimeSpan(options.LongestRetry),
                options.SendAttempts),
            clock,
            loggers.CreateLogger<OutboxDispatcher>());
        var gatherer = new FactGatherer(
            services.GetRequiredService<IPhoneNumberReader>(),
            store,
            registry,
            devices,
            risk,
            limiter,
            sender,
            new ChallengeSeeds(services.GetRequiredService<IEntropy>(), keys),
            new CodeMatcher(keys),
            policy,
            loggers.CreateLogger<FactGatherer>());
        var explainer = new Explainer(policy);
        Service = new EnrolmentService(
            store,
            gatherer,
            new StatusReader(policy, explainer, gatherer, sender, UnansweredPorts.Among(registry, devices, risk, limiter)),
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
