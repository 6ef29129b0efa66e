using NodaTime;

namespace LoginVerification.Benchmarks;

/// <summary>
/// The limit: switches over the state, written for one command, that ask no rule and check nothing. They make what the library makes: the
/// decision with its events, and the next snapshot.
/// </summary>
internal static class HandWritten
{
    public static Enrolment SubmitPhone(Enrolment enrolment, Facts facts, out Decision decision)
    {
        var seed = facts.Fresh;
        var phone = ((PhoneReading.Readable)facts.Number!).Details;
        var challenge = new Challenge(seed.Id, CodePurpose.Enrol, phone.Number, seed.Nonce, seed.KeyId, 6, facts.Now, facts.Now + Duration.FromMinutes(10)) { Language = seed.Language };
        switch (enrolment.State)
        {
            case EnrolmentState.NoPhone:
                var submitted = new PhoneSubmitted(phone, challenge, facts.Now + Duration.FromHours(24), facts.Now - Duration.FromHours(24)) { Origin = facts.Origin, Begins = seed.EnrolmentId };
                decision = new Decision([submitted], null);
                return enrolment with
                {
                    Version = enrolment.Version + 1,
                    Id = submitted.Begins,
                    ChangedAt = facts.Now,
                    Pending = new PendingPhone(phone, submitted.LapsesAt, challenge),
                    Sends = [new SentCode(CodePurpose.Enrol, phone.Number, facts.Now)],
                };
            default:
                throw new NotSupportedException();
        }
    }

    public static Enrolment ConfirmCode(Enrolment enrolment, Facts facts, out Decision decision)
    {
        switch (enrolment)
        {
            case { State: EnrolmentState.PhonePending, Pending: { } pending }:
                decision = new Decision([new CodeMatched(pending.Challenge.Id) { Origin = facts.Origin }], null);
                return enrolment with { Version = enrolment.Version + 1, ChangedAt = facts.Now, Phone = new VerifiedPhone(pending.Details, facts.Now), Pending = null };
            default:
                throw new NotSupportedException();
        }
    }

    public static Decision RefuseCountry(Enrolment enrolment, WayOut way) => enrolment.State switch
    {
        EnrolmentState.NoPhone => new Decision([], new Refusal(RefusalCode.CountryNotServed, new RefusalSource.Rule("web-countries")) { WaysOut = [way] }),
        _ => throw new NotSupportedException(),
    };

    public static Decision RefuseLocked(Enrolment enrolment, Facts facts) => enrolment switch
    {
        { State: EnrolmentState.PhonePending, Locks: [{ Until: var until }] } when facts.Now < until =>
            new Decision([], new Refusal(RefusalCode.Locked, new RefusalSource.Setting("lock.everyFailures")) { RetryAt = until, WaysOut = [new WayOut.Retry(until)] }),
        _ => throw new NotSupportedException(),
    };
}
