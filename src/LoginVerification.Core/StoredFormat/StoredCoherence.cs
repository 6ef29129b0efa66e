using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Finds data that contradict themselves: each part can be read, and together they cannot have come about, or would break what is computed
/// with them. What a history has to be is not said again here: replaying it finds that out.
/// </summary>
internal static class StoredCoherence
{
    public static Enrolment Ensure(Enrolment enrolment) =>
        ContradictionIn(enrolment) is { } contradiction ? throw StoredFault.At("$", contradiction) : enrolment;

    public static EnrolmentEvent Ensure(EnrolmentEvent happened) =>
        ContradictionIn(happened) is { } contradiction ? throw StoredFault.At("$", contradiction) : happened;

    public static Erasure Ensure(Erasure erasure) =>
        ContradictionIn(erasure) is { } contradiction ? throw StoredFault.At("$", contradiction) : erasure;

    private static string? ContradictionIn(Erasure erasure)
    {
        if (erasure.Version is < 1 or > StoredBounds.MaxVersion)
            return "no enrolment had such a version.";
        long[] versions = [0, .. erasure.Events.Select(erased => erased.Version), erasure.Version + 1];
        return versions.Zip(versions[1..]).All(pair => pair.First < pair.Second) ? null : "the events are not in the order of their versions.";
    }

    private static string? ContradictionIn(Enrolment enrolment) => enrolment switch
    {
        { Version: < 1 or > StoredBounds.MaxVersion } => "no snapshot has such a version.",
        { Id: null } => "events happened, and the enrolment has no id.",
        { ChangedAt: null } => "events happened, and it is not known when.",
        { ActiveChannel: not null, Phone: null } => "a channel is active, and no phone is verified.",
        _ => PendingContradiction(enrolment) ?? SignInContradiction(enrolment) ?? ListContradiction(enrolment)
            ?? (StampsOf(enrolment).Any(stamp => stamp > enrolment.ChangedAt) ? "something happened after the last event." : null),
    };

    private static string? PendingContradiction(Enrolment enrolment)
    {
        if (enrolment.Pending is not { } pending)
            return null;
        if (pending.Challenge.Purpose is not CodePurpose.Enrol)
            return "the code of a pending number is for another purpose.";
        if (enrolment.EarlierChallenges.Any(earlier => earlier.Id == pending.Challenge.Id))
            return "the code that counts is one of those that do not.";
        return ContradictionIn(pending.Details, pending.Challenge);
    }

    private static string? SignInContradiction(Enrolment enrolment)
    {
        if (enrolment.BackupCodes is { } codes && (enrolment.ActiveChannel is null || StoredFit.Misfit(codes) is not null))
            return "there are backup codes that nobody was given.";
        if (enrolment.SignIn is not { } signIn)
            return null;
        return signIn.Channel != enrolment.ActiveChannel ? "a sign-in is over a channel that does not protect."
            : signIn.Challenge.Purpose is not CodePurpose.SignIn ? "the code of a sign-in is for another purpose."
            : signIn.Challenge.Number != enrolment.Phone!.Details.Number ? "the code of a sign-in is for another number."
            : signIn.Ended is SignInState.None or SignInState.Issued ? "a sign-in ended and is open."
            : signIn.ConfirmedBy is { } device && (signIn.Channel is not VerificationChannel.AppPush || (signIn.Ended is null && enrolment.FindDevice(device) is null)) ? "a sign-in was confirmed where nobody was asked."
            : ContradictionIn(signIn);
    }

    private static string? ContradictionIn(SignIn signIn) => (signIn.Channel, signIn.Challenge.Digits) is (VerificationChannel.AppPush, MatchingNumber.Digits)
        ? ContradictionIn(signIn.Challenge with { Digits = StoredBounds.MinDigits })
        : signIn.Channel is VerificationChannel.AppPush ? "a number to match has other digits than it can have." : ContradictionIn(signIn.Challenge);

    private static string? ListContradiction(Enrolment enrolment)
    {
        if (enrolment.EarlierChallenges.Select(ContradictionIn).FirstOrDefault(contradiction => contradiction is not null) is { } inChallenge)
            return inChallenge;
        foreach (var purpose in Enum.GetValues<CodePurpose>())
        {
            if (enrolment.Failures.Where(failure => failure.Purpose == purpose).Sum(failure => (long)failure.Count) > StoredBounds.MaxFailures)
                return "there are more wrong codes than can be tried.";
            if (enrolment.Sends.Count(sent => sent.Purpose == purpose) > StoredBounds.MaxSends)
                return "there are more codes than can be sent.";
        }

        return enrolment.Failures.Any(failure => failure.Count < 1) ? "a number has fewer wrong codes than one."
            : Repeats(enrolment.Failures, failure => (failure.Purpose, failure.Number)) ? "the wrong codes of one number are counted twice."
            : Repeats(enrolment.Locks, lockout => lockout.Purpose) ? "one purpose is locked twice."
            : Repeats(enrolment.EarlierChallenges, challenge => challenge.Id) ? "one code was issued twice."
            : Repeats(enrolment.InAppNotices, notice => notice.Kind) ? "there are two notices of one kind."
            : IsTooLong(enrolment.OptedOut, Enrolment.MaxOptedOut, optOut => optOut.Number) ? "the numbers that opted out are too many, or one comes twice."
            : IsTooLong(enrolment.FormerNumbers, Enrolment.MaxFormerNumbers, former => former.Number) ? "the former numbers are too many, or one comes twice."
            : IsTooLong(enrolment.Devices, Enrolment.MaxDevices, device => device.Id) || Repeats(enrolment.Devices, device => device.Key) ? "the devices are too many, or one comes twice."
            : enrolment.DevicesBound < enrolment.Devices.Count ? "there are more devices than were bound."
            : enrolment.Devices.Any(device => StoredFit.NameMisfit(device.Name) is not null) ? "a device has a name that none has."
            : enrolment.Requests.Count > Enrolment.MaxRequests ? "there are more requests than are kept."
            : null;
    }

    /// <summary>When all that is in the books happened; the ends of lives and of locks are not among it.</summary>
    private static IEnumerable<Instant> StampsOf(Enrolment enrolment) =>
    [
        .. enrolment.Sends.Select(sent => sent.At),
        .. enrolment.OptedOut.Select(optOut => optOut.At),
        .. enrolment.ChannelChanges,
        .. enrolment.InAppNotices.Select(notice => notice.At),
        .. enrolment.Requests.Select(request => request.At),
        .. enrolment.EarlierChallenges.Select(challenge => challenge.IssuedAt),
        .. enrolment.Devices.Select(device => device.BoundAt),
        enrolment.SignIn?.Challenge.IssuedAt ?? Instant.MinValue,
        enrolment.Pending?.Challenge.IssuedAt ?? Instant.MinValue,
        enrolment.Phone?.VerifiedAt ?? Instant.MinValue,
        enrolment.PhoneRemovedAt ?? Instant.MinValue,
    ];

    private static string? ContradictionIn(EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted e => ContradictionIn(e.Phone, e.Challenge),
        CodeReissued e => ContradictionIn(e.Challenge),
        ChannelChanged e when e.From == e.To => "the channel changed to itself.",
        SignInBegun e => ContradictionIn(e.SignIn),
        BackupCodesIssued e => StoredFit.Misfit(e.Codes) is { } misfit ? misfit + "." : null,
        DeviceBound e => StoredFit.NameMisfit(e.Device.Name) is { } misfit ? misfit + "." : null,
        DeviceRenamed e => StoredFit.NameMisfit(e.Name) is { } misfit ? misfit + "." : null,
        Unlocked { Failures: < 1 } => "fewer wrong codes than one were forgiven.",
        _ => null,
    };

    private static string? ContradictionIn(PhoneDetails phone, Challenge challenge) =>
        challenge.Number == phone.Number ? ContradictionIn(challenge) : "the code of a pending number is for another number.";

    private static string? ContradictionIn(Challenge challenge) => challenge switch
    {
        { WrongTries: < 0 or > StoredBounds.MaxWrongTries } => "a code has as many wrong tries as none can have.",
        { Digits: < StoredBounds.MinDigits or > StoredBounds.MaxDigits } => "a code has as many digits as none can have.",
        _ when challenge.ExpiresAt <= challenge.IssuedAt => "a code expires before it is issued.",
        _ when challenge.ExpiresAt - challenge.IssuedAt > StoredBounds.MaxLife => "a code lives longer than any may.",
        _ => null,
    };

    private static bool IsTooLong<T, TKey>(ValueList<T> items, int most, Func<T, TKey> key) => items.Count > most || Repeats(items, key);

    private static bool Repeats<T, TKey>(ValueList<T> items, Func<T, TKey> key) => items.Count > 1 && items.DistinctBy(key).Count() < items.Count;
}
