using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Answers what a settings page and a sign-in ask, by the same rules that decide commands. It changes nothing.</summary>
internal sealed class StatusReader(EnrolmentPolicy policy, Explainer explainer, OutboxDispatcher dispatcher, ISmsSender sender, AccountAnswers accounts, UnansweredPorts unanswered)
{
    public async ValueTask<EnrolmentStatus> ReadAsync(Enrolment stored, Caller caller, Surface surface, Instant now, CancellationToken cancellationToken)
    {
        var enrolment = PassageOfTime.Through(stored, now);
        var (device, account) = (enrolment.Devices.Count > 0, await accounts.AskAsync(enrolment.Account, cancellationToken).ConfigureAwait(false));
        var asker = policy.Gate.AskerOf(device, account);
        var served = policy.Gate.ServedCountries(surface, asker);
        var facts = new Facts(new Origin(PassageOfTime.TimeOf(enrolment, now), Initiator.User, surface), ChallengeSeed.Placeholder)
        {
            Clock = now,
            AuthenticatedAt = now,
            Factors = AuthenticationFactors.MultiFactor,
            CodeMatch = CodeMatch.Current,
            Number = new PhoneReading.Readable(policy.Gate.SomeServedNumber(surface, asker)),
            DeviceRegistered = device,
            Account = account,
            SenderIsLive = sender.IsLive,
        };
        var stated = facts with { AuthenticatedAt = caller.AuthenticatedAt, Factors = caller.Factors };
        return new EnrolmentStatus(enrolment.State)
        {
            Phone = enrolment.Phone?.Details.Number.Masked,
            PendingPhone = enrolment.Pending?.Details.Number.Masked,
            CodeDelivery = await dispatcher.ReadCodeDeliveryAsync(enrolment, cancellationToken).ConfigureAwait(false),
            ActiveChannel = enrolment.ActiveChannel,
            NeedsReverification = enrolment.Phone is { NeedsReverification: true },
            InAppNotices = enrolment.InAppNotices,
            Devices = enrolment.Devices.Select(device => new DeviceStatus(device.Id, device.Name, device.BoundAt, device.Address is not null)).ToValueList(),
            BackupCodesLeft = enrolment.BackupCodes?.Codes.Count,
            UnansweredPorts = unanswered.Names,
            ServedCountries = served,
            ServedElsewhere = policy.Gate.Surfaces.SelectMany(other => policy.Gate.ServedCountries(other, asker)).Except(served).OrderBy(country => country.Value, StringComparer.Ordinal).ToValueList(),
            Actions =
            [
                .. Enum.GetValues<EnrolmentAction>()
                    .SelectMany(action => Probes.For(action, enrolment.Pending?.Challenge.Digits ?? policy.Document.Code.Digits))
                    .Select(probe => Describe(enrolment, probe, facts, stated)),
            ],
        };
    }

    public LoginRequirement ReadLoginRequirement(Enrolment enrolment)
    {
        if (enrolment.ActiveChannel is not { } channel)
            return new LoginRequirement.PasswordOnly();
        if (enrolment.State is not EnrolmentState.VerificationEnabled || !Enum.IsDefined(channel))
            return new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable);

        return ChannelUse.Check(enrolment, channel, enrolment.Devices.Count > 0, sender.IsLive)?.Code switch
        {
            null => new LoginRequirement.Verify(channel),
            RefusalCode.DeviceNotRegistered => new LoginRequirement.Blocked(BlockReason.DeviceNotRegistered),
            RefusalCode.DeliveryOptedOut => new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut),
            RefusalCode.NumberReserved => new LoginRequirement.Blocked(BlockReason.NumberReserved),
            RefusalCode.ReverificationRequired => new LoginRequirement.Blocked(BlockReason.ReverificationRequired),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What is open supposing that the user has just authenticated with both factors, and whether they have.</summary>
    private ActionStatus Describe(Enrolment enrolment, UserCommand probe, Facts supposed, Facts stated)
    {
        var need = RecentAuthentication.NeedOf(enrolment, probe.Action, supposed.ReadPhone?.Number);
        var isUnmet = RecentAuthentication.Check(new Situation(enrolment, stated, policy), probe.Action) is not null;
        return new(probe.Choice, explainer.Decide(enrolment, probe, supposed).Refusal, need is not AuthenticationNeed.None)
        {
            ReauthenticationNeededNow = isUnmet,
            SecondFactorNeededNow = isUnmet && need is AuthenticationNeed.RecentWithSecondFactor,
        };
    }
}
