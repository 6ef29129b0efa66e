using System.Text.Json.Serialization;
using NodaTime;

namespace LoginVerification;

/// <summary>A snapshot, format 1.</summary>
internal sealed record StoredEnrolment(
    [property: JsonPropertyName("v")] int Format,
    AccountId Account,
    long Version,
    StoredVerifiedPhone? Phone,
    StoredPendingPhone? Pending,
    VerificationChannel? ActiveChannel,
    StoredChallenge[] EarlierChallenges,
    StoredSentCode[] Sends,
    StoredWrongCodes[] Failures,
    Instant? LockedUntil,
    PhoneNumber[] OptedOut,
    StoredInAppNotice[] InAppNotices,
    StoredHandledRequest[] Requests)
{
    public static StoredEnrolment Of(Enrolment enrolment) => new(
        StoredJson.Format,
        enrolment.Account,
        enrolment.Version,
        StoredVerifiedPhone.Of(enrolment.Phone),
        StoredPendingPhone.Of(enrolment.Pending),
        enrolment.ActiveChannel,
        [.. enrolment.EarlierChallenges.Select(StoredChallenge.Of)],
        [.. enrolment.Sends.Select(sent => new StoredSentCode(sent.Number, sent.At))],
        [.. enrolment.Failures.Select(failure => new StoredWrongCodes(failure.Number, failure.Count))],
        enrolment.LockedUntil,
        [.. enrolment.OptedOut],
        [.. enrolment.InAppNotices.Select(notice => new StoredInAppNotice(notice.Kind, notice.At))],
        [.. enrolment.Requests.Select(StoredHandledRequest.Of)]);

    public Enrolment ToEnrolment() => new(Account)
    {
        Version = Version,
        Phone = Phone?.ToPhone(),
        Pending = Pending?.ToPhone(),
        ActiveChannel = ActiveChannel,
        EarlierChallenges = [.. EarlierChallenges.Select(challenge => challenge.ToChallenge())],
        Sends = [.. Sends.Select(sent => new SentCode(sent.Number, sent.At))],
        Failures = [.. Failures.Select(failure => new WrongCodes(failure.Number, failure.Count))],
        LockedUntil = LockedUntil,
        OptedOut = [.. OptedOut],
        InAppNotices = [.. InAppNotices.Select(notice => new InAppNotice(notice.Kind, notice.At))],
        Requests = [.. Requests.Select(request => request.ToRequest())],
    };
}
