using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Finds out all that a decision may know. No port is asked about a send that is refused without it.</summary>
internal sealed class FactGatherer(
    IPhoneNumberReader reader,
    IEnrolmentStore store,
    IAppDevices devices,
    SendSignals signals,
    PortCalls calls,
    ISmsSender sender,
    ChallengeSeeds seeds,
    CodeMatcher matcher,
    EnrolmentPolicy policy)
{
    /// <param name="caller">Who gives the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="enrolment">The snapshot that is decided on.</param>
    /// <param name="origin">When, by whom and where.</param>
    /// <param name="clock">What the clock reads.</param>
    /// <param name="asked">What the ports answered when the same command lost a race before.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async ValueTask<Facts> GatherAsync(
        Caller caller, EnrolmentCommand command, Enrolment enrolment, Origin origin, Instant clock, SendAnswers asked, CancellationToken cancellationToken)
    {
        var facts = WithoutPorts(caller, command, enrolment, origin, clock);
        return command switch
        {
            SubmitPhone when facts.ReadPhone is { } phone => await AskAboutSendAsync(facts, command, enrolment, phone, asked, cancellationToken).ConfigureAwait(false),
            ResendCode when enrolment.Pending is { } pending => await AskAboutSendAsync(facts, command, enrolment, pending.Details, asked, cancellationToken).ConfigureAwait(false),
            ConfirmCode confirm when enrolment.Pending is { } pending => await MatchAsync(facts, confirm, enrolment, pending, cancellationToken).ConfigureAwait(false),
            EnableVerification or ChangeChannel when NeedsDevice(facts, command, enrolment) => facts with { DeviceRegistered = await HasDeviceAsync(caller.Account, cancellationToken).ConfigureAwait(false) },
            _ => facts,
        };
    }

    /// <summary>What the caller brings and the reader makes of it.</summary>
    public Facts WithoutPorts(Caller caller, EnrolmentCommand command, Enrolment enrolment, Origin origin, Instant clock) => new(origin, seeds.Draw(caller.Language))
    {
        Clock = clock,
        AuthenticatedAt = caller.AuthenticatedAt,
        Factors = caller.Factors,
        CodeKeyRetired = enrolment.Pending is { } pending && matcher.KeyIsRetired(pending.Challenge),
        Number = Read(command, enrolment),
        SenderIsLive = sender.IsLive,
    };

    /// <summary>Whether a device answers for the account; without an answer, none does.</summary>
    public async ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken) =>
        (await calls.AskAsync<IAppDevices, bool>(devices, (port, token) => port.HasDeviceAsync(account, token), _ => true, cancellationToken).ConfigureAwait(false)).GivenOr(false);

    /// <summary>The app needs a device. SMS needs none, but the ways out of a refusal depend on whether there is one.</summary>
    private bool NeedsDevice(Facts facts, EnrolmentCommand command, Enrolment enrolment) =>
        command is EnableVerification { Channel: VerificationChannel.AppPush } or ChangeChannel { Channel: VerificationChannel.AppPush }
        || Decider.Decide(new Situation(enrolment, facts, policy), command).Refusal is not null;

    /// <summary>Every number that a report can mean, whatever account it concerns.</summary>
    public IReadOnlyCollection<PhoneNumber> NumbersIn(PhoneInput report) => ReportedNumbers.All(report, reader);

    private PhoneReading? Read(EnrolmentCommand command, Enrolment enrolment) => command switch
    {
        SubmitPhone submit => WithCarrier(reader.Ask(submit.Number, submit.Country), submit.Carrier),
        InvalidatePhone invalidate => ReportedNumbers.Read(invalidate.Number, enrolment, reader),
        OptOutOfDelivery optOut => ReportedNumbers.Read(optOut.Number, enrolment, reader),
        RestoreDelivery restore => ReportedNumbers.ReadRestored(restore.Number, enrolment, reader),
        ImportVerifiedPhone import => ReportedNumbers.ReadImport(import.Number, enrolment, reader),
        _ => null,
    };

    private static PhoneReading WithCarrier(PhoneReading reading, Carrier? carrier) =>
        carrier is not null && reading is PhoneReading.Readable { Details: var details }
            ? new PhoneReading.Readable(details with { Carrier = carrier })
            : reading;

    private async ValueTask<Facts> MatchAsync(Facts facts, ConfirmCode confirm, Enrolment enrolment, PendingPhone pending, CancellationToken cancellationToken)
    {
        facts = facts with { CodeMatch = matcher.Match(enrolment, confirm.Code, facts.Now) };
        // Asked for every code that would be accepted if it were right: an answer that does not count may not tell a right code from a wrong one, not
        // even by the work that it takes, nor by how often it loses a race.
        var ifRight = facts with { CodeMatch = CodeMatch.Current };
        return Decider.Decide(new Situation(enrolment, ifRight, policy), confirm).Refusal is null
            ? facts with { OtherAccountsOnNumber = await store.CountAccountsAsync(pending.Details.Number, enrolment.Account, cancellationToken).ConfigureAwait(false) }
            : facts;
    }

    private async ValueTask<Facts> AskAboutSendAsync(
        Facts facts, EnrolmentCommand command, Enrolment enrolment, PhoneDetails phone, SendAnswers asked, CancellationToken cancellationToken)
    {
        var situation = new Situation(enrolment, facts, policy);
        if (Decider.Decide(situation, command).Refusal is { } refused && !CanBeLiftedByCarrier(refused, situation, command))
            return facts;

        Facts Knowing(RegistryAnswer registry) => facts with
        {
            Number = command is SubmitPhone ? WithCarrier(facts.Number!, registry.Carrier) : facts.Number,
            Service = registry.Service,
        };
        bool Accepts(RegistryAnswer registry) => Decider.Decide(situation with { Facts = Knowing(registry) }, command).Refusal is null;
        var answer = asked.About(phone) ?? asked.Keep(phone, await signals.AskAsync(enrolment.Account, phone, Accepts, cancellationToken).ConfigureAwait(false));
        return Knowing(answer.Registry) with { Risk = answer.Risk, SendAllowance = answer.Allowance };
    }

    /// <summary>
    /// Only the carrier that is looked up can turn a rule's "no" into a "yes", and only for a number that is submitted: a pending one keeps its
    /// carrier. The look-up costs, so that all else has to let the code be sent now.
    /// </summary>
    private static bool CanBeLiftedByCarrier(Refusal refused, in Situation situation, EnrolmentCommand command) =>
        command is SubmitPhone && refused.Code is RefusalCode.CarrierNotServed
        && Decider.Decide(situation with { Gate = Gate.Open }, command).Refusal is null;
}
