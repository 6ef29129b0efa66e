namespace LoginVerification.Engine;

/// <summary>Finds data that contradict themselves: each part can be read, and together they cannot have come about.</summary>
internal static class StoredCoherence
{
    public static Enrolment Ensure(Enrolment enrolment) =>
        ContradictionIn(enrolment) is { } contradiction ? throw StoredFault.At("$", contradiction) : enrolment;

    public static EnrolmentEvent Ensure(EnrolmentEvent happened) =>
        ContradictionIn(happened) is { } contradiction ? throw StoredFault.At("$", contradiction) : happened;

    private static string? ContradictionIn(Enrolment enrolment) => enrolment switch
    {
        { Version: < 0 } => "the version is negative.",
        { Version: 0 } when enrolment != new Enrolment(enrolment.Account) => "no event happened, and yet there are data.",
        { ActiveChannel: not null, Phone: null } => "a channel is active, and no phone is verified.",
        { Pending: { } pending } when ContradictionIn(pending.Details, pending.Challenge) is { } contradiction => contradiction,
        _ when enrolment.Failures.Any(failure => failure.Count < 1) => "a number has fewer wrong codes than one.",
        _ when enrolment.Failures.DistinctBy(failure => (failure.Purpose, failure.Number)).Count() != enrolment.Failures.Count => "the wrong codes of one number are counted twice.",
        _ => enrolment.EarlierChallenges.Select(ContradictionIn).FirstOrDefault(contradiction => contradiction is not null),
    };

    private static string? ContradictionIn(EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted e => ContradictionIn(e.Phone, e.Challenge),
        CodeReissued e => ContradictionIn(e.Challenge),
        ChannelChanged e when e.From == e.To => "the channel changed to itself.",
        Unlocked { Failures: < 1 } => "fewer wrong codes than one were forgiven.",
        _ => null,
    };

    private static string? ContradictionIn(PhoneDetails phone, Challenge challenge) =>
        challenge.Number == phone.Number ? ContradictionIn(challenge) : "the code of a pending number is for another number.";

    private static string? ContradictionIn(Challenge challenge) => challenge switch
    {
        { WrongTries: < 0 } => "a code has fewer wrong tries than none.",
        _ when challenge.ExpiresAt <= challenge.IssuedAt => "a code expires before it is issued.",
        _ => null,
    };
}
