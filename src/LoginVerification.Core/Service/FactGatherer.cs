using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>Asks the ports for all that a decision may know. No port is asked about a send that is refused without it.</summary>
internal sealed partial class FactGatherer(
    IPhoneNumberReader reader,
    IEnrolmentStore store,
    ICountryRegistry registry,
    IAppDevices devices,
    IRiskSignal riskSignal,
    ISendLimiter limiter,
    ISmsSender sender,
    ChallengeSeeds seeds,
    CodeMatcher matcher,
    EnrolmentPolicy policy,
    ILogger<FactGatherer> logger)
{
    private static readonly RegistryAnswer NoAnswer = new(RegistryService.Unknown);
    private static readonly SendAllowance HeldBack = new(false);

    public async ValueTask<Facts> GatherAsync(Caller caller, EnrolmentCommand command, Enrolment enrolment, Origin origin, CancellationToken cancellationToken)
    {
        var facts = WithoutPorts(caller, command, enrolment, origin);
        return command switch
        {
            SubmitPhone when facts.ReadPhone is { } phone => await AskAboutSendAsync(facts, command, enrolment, phone, cancellationToken).ConfigureAwait(false),
            ResendCode when enrolment.Pending is { } pending => await AskAboutSendAsync(facts, command, enrolment, pending.Details, cancellationToken).ConfigureAwait(false),
            ConfirmCode confirm when enrolment.Pending is { } pending => await MatchAsync(facts, confirm, enrolment, pending, cancellationToken).ConfigureAwait(false),
            EnableVerification or ChangeChannel => facts with { DeviceRegistered = await HasDeviceAsync(caller.Account, cancellationToken).ConfigureAwait(false) },
            _ => facts,
        };
    }

    /// <summary>What the caller brings and the reader makes of it.</summary>
    public Facts WithoutPorts(Caller caller, EnrolmentCommand command, Enrolment enrolment, Origin origin) => new(origin, seeds.Draw(caller.Language))
    {
        AuthenticatedAt = caller.AuthenticatedAt,
        Factors = caller.Factors,
        CodeKeyRetired = enrolment.Pending is { } pending && matcher.KeyIsRetired(pending.Challenge),
        Number = Read(command),
        SenderIsLive = sender.IsLive,
    };

    /// <summary>Whether a device answers for the account; without an answer, none does.</summary>
    public ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken) =>
        AskAsync(() => devices.HasDeviceAsync(account, cancellationToken), false, nameof(IAppDevices), cancellationToken);

    private PhoneReading? Read(EnrolmentCommand command) => command switch
    {
        SubmitPhone submit => WithCarrier(reader.Read(submit.Number, submit.Country), submit.Carrier),
        InvalidatePhone invalidate => reader.Read(invalidate.Number, null),
        OptOutOfDelivery optOut => reader.Read(optOut.Number, null),
        RestoreDelivery restore => reader.Read(restore.Number, null),
        ImportVerifiedPhone import => reader.Read(import.Number, null),
        _ => null,
    };

    private static PhoneReading WithCarrier(PhoneReading reading, Carrier? carrier) =>
        carrier is not null && reading is PhoneReading.Readable { Details: var details }
            ? new PhoneReading.Readable(details with { Carrier = carrier })
            : reading;

    private async ValueTask<Facts> MatchAsync(Facts facts, ConfirmCode confirm, Enrolment enrolment, PendingPhone pending, CancellationToken cancellationToken)
    {
        facts = facts with { CodeMatch = matcher.Match(enrolment, confirm.Code, facts.Now) };
        // Only for a code that is about to be accepted: a look-up that right codes alone cause would tell them from wrong ones.
        return facts.CodeMatch is CodeMatch.Current && Decider.Decide(new Situation(enrolment, facts, policy), confirm).Refusal is null
            ? facts with { OtherAccountsOnNumber = await store.CountAccountsAsync(pending.Details.Number, enrolment.Account, cancellationToken).ConfigureAwait(false) }
            : facts;
    }

    private async ValueTask<Facts> AskAboutSendAsync(Facts facts, EnrolmentCommand command, Enrolment enrolment, PhoneDetails phone, CancellationToken cancellationToken)
    {
        // Only an unknown carrier can turn a gating rule's "no" into a "yes"; any other refusal stands without the ports.
        var refused = Decider.Decide(new Situation(enrolment, facts, policy), command).Refusal;
        if (refused is { Code: not RefusalCode.CarrierNotServed })
            return facts;

        var answer = await AskAsync(() => registry.LookUpAsync(phone, cancellationToken), NoAnswer, nameof(ICountryRegistry), cancellationToken).ConfigureAwait(false);
        if (ReferenceEquals(answer, NoAnswer))
            return facts with { SendAllowance = HeldBack };
        if (command is SubmitPhone)
            facts = facts with { Number = WithCarrier(facts.Number!, answer.Carrier) };
        return facts with
        {
            Service = answer.Service,
            Risk = await AskAsync(() => riskSignal.AssessAsync(enrolment.Account, phone.Number, cancellationToken), Risk.TooHigh, nameof(IRiskSignal), cancellationToken).ConfigureAwait(false),
            SendAllowance = await AskAsync(() => limiter.CheckAsync(enrolment.Account, facts.ReadPhone ?? phone, cancellationToken), HeldBack, nameof(ISendLimiter), cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Asks a port. One that gives no answer, a timeout included, closes what depends on it.</summary>
    private async ValueTask<T> AskAsync<T>(Func<ValueTask<T>> ask, T withoutAnswer, string port, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever an adapter throws, no answer means no send.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNoAnswer(logger, port, failure.GetType().Name);
            return withoutAnswer;
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "{Port} gave no answer ({Failure}); what depends on it is refused.")]
    private static partial void LogNoAnswer(ILogger logger, string port, string failure);
}
