using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A snapshot.</summary>
internal sealed record StoredEnrolment(
    AccountId Account,
    long Version,
    EnrolmentId? Id,
    Instant? ChangedAt,
    StoredVerifiedPhone? Phone,
    StoredPendingPhone? Pending,
    VerificationChannel? ActiveChannel,
    StoredChallenge[] EarlierChallenges,
    StoredSentCode[] Sends,
    StoredWrongCodes[] Failures,
    StoredLock[] Locks,
    StoredOptOut[] OptedOut,
    StoredFormerNumber[] FormerNumbers,
    Instant? PhoneRemovedAt,
    Instant[] ChannelChanges,
    DeliveryFailure? CodeDelivery,
    StoredInAppNotice[] InAppNotices,
    StoredHandledRequest[] Requests,
    StoredSignIn? SignIn,
    StoredDevice[] Devices,
    long DevicesBound,
    StoredBackupCodeSet? BackupCodes) : StoredDocument<Enrolment>
{
    public static StoredEnrolment Of(Enrolment enrolment) => new(
        enrolment.Account,
        enrolment.Version,
        enrolment.Id,
        enrolment.ChangedAt,
        StoredVerifiedPhone.Of(enrolment.Phone),
        StoredPendingPhone.Of(enrolment.Pending),
        enrolment.ActiveChannel,
        [.. enrolment.EarlierChallenges.Select(StoredChallenge.Of)],
        [.. enrolment.Sends.Select(sent => new StoredSentCode(sent.Purpose, sent.Number, sent.At))],
        [.. enrolment.Failures.Select(failure => new StoredWrongCodes(failure.Purpose, failure.Number, failure.Count))],
        [.. enrolment.Locks.Select(lockout => new StoredLock(lockout.Purpose, lockout.Until))],
        [.. enrolment.OptedOut.Select(optOut => new StoredOptOut(optOut.Number, optOut.At))],
        [.. enrolment.FormerNumbers.Select(former => new StoredFormerNumber(former.Number, former.WasVerified))],
        enrolment.PhoneRemovedAt,
        [.. enrolment.ChannelChanges],
        enrolment.CodeDelivery,
        [.. enrolment.InAppNotices.Select(notice => new StoredInAppNotice(notice.Kind, notice.At))],
        [.. enrolment.Requests.Select(StoredHandledRequest.Of)],
        StoredSignIn.Of(enrolment.SignIn),
        [.. enrolment.Devices.Select(StoredDevice.Of)],
        enrolment.DevicesBound,
        StoredBackupCodeSet.Of(enrolment.BackupCodes));

    public override Enrolment ToDomain() => new(Account)
    {
        Version = Version,
        Id = Id,
        ChangedAt = ChangedAt,
        Phone = Phone?.ToPhone(),
        Pending = Pending?.ToPhone(),
        ActiveChannel = ActiveChannel,
        EarlierChallenges = [.. EarlierChallenges.Select(challenge => challenge.ToChallenge())],
        Sends = [.. Sends.Select(sent => new SentCode(sent.Purpose, sent.Number, sent.At))],
        Failures = [.. Failures.Select(failure => new WrongCodes(failure.Purpose, failure.Number, failure.Count))],
        Locks = [.. Locks.Select(lockout => new PurposeLock(lockout.Purpose, lockout.Until))],
        OptedOut = [.. OptedOut.Select(optOut => new OptOut(optOut.Number, optOut.At))],
        FormerNumbers = [.. FormerNumbers.Select(former => new FormerNumber(former.Number, former.WasVerified))],
        PhoneRemovedAt = PhoneRemovedAt,
        ChannelChanges = [.. ChannelChanges],
        CodeDelivery = CodeDelivery,
        InAppNotices = [.. InAppNotices.Select(notice => new InAppNotice(notice.Kind, notice.At))],
        Requests = [.. Requests.Select(request => request.ToRequest())],
        SignIn = SignIn?.ToSignIn(),
        Devices = [.. Devices.Select(device => device.ToDevice())],
        DevicesBound = DevicesBound,
        BackupCodes = BackupCodes?.ToSet(),
    };
}

/// <summary>A verified number.</summary>
internal sealed record StoredVerifiedPhone(StoredPhoneDetails Details, Instant VerifiedAt, bool NeedsReverification)
{
    public static StoredVerifiedPhone? Of(VerifiedPhone? phone) =>
        phone is null ? null : new(StoredPhoneDetails.Of(phone.Details), phone.VerifiedAt, phone.NeedsReverification);

    public VerifiedPhone ToPhone() => new(Details.ToDetails(), VerifiedAt) { NeedsReverification = NeedsReverification };
}

/// <summary>A number that waits for its code.</summary>
internal sealed record StoredPendingPhone(StoredPhoneDetails Details, Instant LapsesAt, StoredChallenge Challenge)
{
    public static StoredPendingPhone? Of(PendingPhone? phone) =>
        phone is null ? null : new(StoredPhoneDetails.Of(phone.Details), phone.LapsesAt, StoredChallenge.Of(phone.Challenge));

    public PendingPhone ToPhone() => new(Details.ToDetails(), LapsesAt, Challenge.ToChallenge());
}

/// <summary>A number and what is known of it.</summary>
internal sealed record StoredPhoneDetails(PhoneNumber Number, CountryCode Country, LineType LineType, Carrier? Carrier, bool IsReserved)
{
    public static StoredPhoneDetails Of(PhoneDetails phone) => new(phone.Number, phone.Country, phone.LineType, phone.Carrier, phone.IsReserved);

    public PhoneDetails ToDetails() => new(Number, Country, LineType) { Carrier = Carrier, IsReserved = IsReserved };
}

/// <summary>One issued code, without the code.</summary>
internal sealed record StoredChallenge(
    ChallengeId Id,
    CodePurpose Purpose,
    PhoneNumber Number,
    Nonce Nonce,
    string KeyId,
    int Digits,
    Instant IssuedAt,
    Instant ExpiresAt,
    int WrongTries,
    string? Language)
{
    public static StoredChallenge Of(Challenge challenge) => new(
        challenge.Id,
        challenge.Purpose,
        challenge.Number,
        challenge.Nonce,
        challenge.KeyId,
        challenge.Digits,
        challenge.IssuedAt,
        challenge.ExpiresAt,
        challenge.WrongTries,
        challenge.Language);

    public Challenge ToChallenge() =>
        new(Id, Purpose, Number, Nonce, KeyId, Digits, IssuedAt, ExpiresAt) { WrongTries = WrongTries, Language = Language };
}

/// <summary>One code that was sent.</summary>
internal sealed record StoredSentCode(CodePurpose Purpose, PhoneNumber Number, Instant At);

/// <summary>Wrong codes in a row for one number.</summary>
internal sealed record StoredWrongCodes(CodePurpose Purpose, PhoneNumber Number, int Count);

/// <summary>A lock after wrong codes.</summary>
internal sealed record StoredLock(CodePurpose Purpose, Instant Until);

/// <summary>A number whose holder asked for no more messages.</summary>
internal sealed record StoredOptOut(PhoneNumber Number, Instant At);

/// <summary>A number that is no longer held.</summary>
internal sealed record StoredFormerNumber(PhoneNumber Number, bool WasVerified);

/// <summary>A notice without an independent address.</summary>
internal sealed record StoredInAppNotice(NoticeKind Kind, Instant At);

/// <summary>A request with an idempotency key.</summary>
internal sealed record StoredHandledRequest(string Mark, string Fingerprint, string KeyId, RefusalCode? Refusal, Instant At)
{
    public static StoredHandledRequest Of(HandledRequest request) =>
        new(request.Mark, request.Fingerprint, request.KeyId, request.Refusal, request.At);

    public HandledRequest ToRequest() => new(Mark, Fingerprint, KeyId, Refusal, At);
}
