using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Finds out all that a decision may know. No port is asked about a send that is refused without it.</summary>
internal sealed class FactGatherer(
    IPhoneNumberReader reader,
    IEnrolmentStore store,
    SendSignals signals,
    AccountAnswers accounts,
    ISmsSender sender,
    ChallengeSeeds seeds,
    CodeMatcher matcher,
    DeviceTokens tokens,
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
        var facts = await AboutCallerAsync(caller, command, enrolment, origin, clock, cancellationToken).ConfigureAwait(false);
        return command switch
        {
            SubmitPhone when facts.ReadPhone is { } phone => await AskAboutSendAsync(facts, command, enrolment, phone, asked, cancellationToken).ConfigureAwait(false),
            ResendCode when enrolment.Pending is { } pending => await AskAboutSendAsync(facts, command, enrolment, pending.Details, asked, cancellationToken).ConfigureAwait(false),
            ConfirmCode confirm when enrolment.Pending is { } pending => await MatchAsync(facts, confirm, enrolment, pending, cancellationToken).ConfigureAwait(false),
            BeginSignIn or ResendSignIn when enrolment is { ActiveChannel: VerificationChannel.Sms, Phone: { } phone } => await AskAboutSendAsync(facts, command, enrolment, phone.Details, asked, cancellationToken).ConfigureAwait(false),
            AnswerSignIn answer when enrolment.SignIn is { } signIn => facts with { CodeMatch = matcher.Match(enrolment.Account, signIn.Challenge, answer.Code) },
            AnswerPrompt answer when enrolment.FindDevice(answer.Device) is { } device => AboutAnswer(facts, answer, enrolment, device),
            // A try costs as much as a password does: only one that would be taken if it were right is computed.
            UseBackupCode use when Decider.Decide(new Situation(enrolment, facts with { BackupCode = 1 }, policy), use).Refusal is null => facts with { BackupCode = BackupCodeSets.Match(enrolment.BackupCodes, use.Code) },
            BindDevice bind => AboutBinding(facts, bind, enrolment),
            ChangeDeviceAddress change when enrolment.FindDevice(change.Device) is { } device => facts with { SignatureIsValid = DeviceSignatures.IsAddress(enrolment.Account, change, device.Key, facts.Clock) },
            _ => facts,
        };
    }

    /// <summary>What the caller brings, what the reader makes of it, and what the account is.</summary>
    public async ValueTask<Facts> AboutCallerAsync(Caller caller, EnrolmentCommand command, Enrolment enrolment, Origin origin, Instant clock, CancellationToken cancellationToken) => new(origin, seeds.Draw(caller.Language))
    {
        Clock = clock,
        AuthenticatedAt = caller.AuthenticatedAt,
        Factors = caller.Factors,
        CodeKeyRetired = ChallengeOf(command, enrolment) is { } challenge && matcher.KeyIsRetired(challenge),
        DeviceRegistered = enrolment.Devices.Count > 0,
        Number = Read(command, enrolment),
        // Rules speak to owners on their screens, and to nobody else; an owner's commands that no rule speaks of have ways out by those that some do.
        Account = command is UserCommand or OwnerCommand && origin.Surface is not null ? await accounts.AskAsync(enrolment.Account, cancellationToken).ConfigureAwait(false) : [],
        SenderIsLive = sender.IsLive,
    };

    private static Challenge? ChallengeOf(EnrolmentCommand command, Enrolment enrolment) =>
        command is SignInCommand or DeviceCommand ? enrolment.SignIn?.Challenge : enrolment.Pending?.Challenge;

    private Facts AboutAnswer(Facts facts, AnswerPrompt answer, Enrolment enrolment, AppDevice device) => facts with
    {
        SignatureIsValid = DeviceSignatures.IsAnswer(enrolment.Account, answer, device.Key),
        CodeMatch = enrolment.SignIn is { } signIn ? matcher.Match(enrolment.Account, signIn.Challenge, answer.Number) : CodeMatch.None,
    };

    /// <summary>The token first: who has none costs the host no work with keys.</summary>
    private Facts AboutBinding(Facts facts, BindDevice binding, Enrolment enrolment)
    {
        if (!tokens.IsValid(binding.Token, enrolment, facts.Now))
            return facts;
        var isKey = DeviceKey.TryParse(binding.Key, out var key);
        return facts with
        {
            TokenIsValid = true,
            DeviceKey = key,
            SignatureIsValid = isKey && DeviceSignatures.IsBinding(enrolment.Account, binding, key!),
        };
    }

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
        var decided = Decider.Decide(situation, command);
        // What would be refused, or sends nothing because the code is there already, is asked of nobody.
        if (decided.Refusal is { } refused ? !CanBeLiftedByCarrier(refused, situation, command) : decided.Events.Count == 0)
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
        command is SubmitPhone && situation.Gate.DependsOnCarrier(refused)
        && Decider.Decide(situation with { Gate = Gate.Open }, command).Refusal is null;
}
