using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>The codes that a user can have at hand: the right one, an earlier one, another number's, and one that was never sent.</summary>
internal sealed class NaiveCodes(NaivePolicy policy, NaiveService service)
{
    private static readonly Instant Ends = NaiveClock.Noon + Duration.FromMinutes(1);

    /// <summary>The same account, to which an earlier code and one to another number were sent as well.</summary>
    public Enrolment WithOthers(Enrolment enrolment, NaivePlace place) => enrolment.Pending is not { } pending ? enrolment : enrolment with
    {
        EarlierChallenges =
        [
            pending.Challenge with { Id = new ChallengeId("superseded"), IssuedAt = NaiveClock.Noon, ExpiresAt = Ends },
            pending.Challenge with { Id = new ChallengeId("foreign"), Number = policy.Classes[place.Class].Phones[2].Number, IssuedAt = NaiveClock.Noon, ExpiresAt = Ends },
        ],
    };

    public ConfirmCode Right(Enrolment enrolment) => Of(enrolment, "pending");

    public ConfirmCode Superseded(Enrolment enrolment) => Of(enrolment, "superseded");

    public ConfirmCode OfAnotherNumber(Enrolment enrolment) => Of(enrolment, "foreign");

    public ConfirmCode Wrong(Enrolment enrolment) => new(service.CodeBeside(enrolment.Account, All(enrolment)));

    /// <summary>The same account, where no code that was sent can be right any more: the next one is a new one.</summary>
    public static Enrolment WithoutKey(Enrolment enrolment) =>
        enrolment.Pending is not { } pending ? enrolment : enrolment with { Pending = pending with { Challenge = pending.Challenge with { KeyId = "retired" } } };

    private ConfirmCode Of(Enrolment enrolment, string id) =>
        new(All(enrolment).FirstOrDefault(challenge => challenge.Id.Value == id) is { } sent ? service.CodeOf(enrolment.Account, sent) : "000000");

    private static IEnumerable<Challenge> All(Enrolment enrolment) =>
        enrolment.Pending is { } pending ? enrolment.EarlierChallenges.Append(pending.Challenge) : enrolment.EarlierChallenges;
}
