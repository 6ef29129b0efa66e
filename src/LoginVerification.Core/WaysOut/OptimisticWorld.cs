using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// The world in which ways are planned: time stands still, every code arrives and is typed right, the user has just authenticated,
/// and no books are kept. What this hides (waits, locks, limits) is asked of the real situation before a way is named.
/// </summary>
internal static class OptimisticWorld
{
    private static readonly Instant Now = Instant.FromUnixTimeSeconds(0);
    private static readonly AccountId Nobody = AccountId.Parse("plan");

    /// <summary>Every snapshot has begun already, so that which event begins an enrolment plays no part.</summary>
    private const long Begun = 1;

    /// <summary>Names every code that waits, so that one that is issued beside it, <see cref="ChallengeSeed.Placeholder"/>, is another one.</summary>
    private static readonly ChallengeId Waiting = new("waiting");

    /// <summary>The snapshot without its books.</summary>
    public static Enrolment Model(in Situation situation) => new(Nobody)
    {
        Version = Begun,
        Id = ChallengeSeed.Placeholder.EnrolmentId,
        Phone = situation.Enrolment.Phone is { } phone ? phone with { VerifiedAt = Now } : null,
        Pending = situation.Enrolment.Pending is { } pending ? new PendingPhone(pending.Details, Now + situation.Limits.PendingLapsesAfter, Model(pending, situation)) : null,
        ActiveChannel = situation.Enrolment.ActiveChannel,
        OptedOut = situation.Enrolment.OptedOut.Select(optOut => optOut with { At = Now }).ToValueList(),
        FormerNumbers = situation.Enrolment.FormerNumbers,
    };

    /// <summary>The snapshot after a command in the model, or null when it is refused.</summary>
    public static Enrolment? After(Enrolment before, UserCommand command, Surface surface, PhoneDetails target, Asker asker, EnrolmentPolicy policy)
    {
        var facts = new Facts(new Origin(Now, Initiator.User, surface), ChallengeSeed.Placeholder)
        {
            AuthenticatedAt = Now,
            Factors = AuthenticationFactors.MultiFactor,
            Number = new PhoneReading.Readable(target),
            DeviceRegistered = asker.DeviceRegistered,
            Account = asker.Account ?? [],
            CodeMatch = CodeMatch.Current,
        };
        var decision = Decider.Decide(new Situation(before, facts, policy), command);
        if (decision.Refusal is not null)
            return null;
        var after = decision.Events.Aggregate(before, Evolution.Apply);
        return after with
        {
            Version = Begun,
            Pending = after.Pending is { } issued ? issued with { Challenge = issued.Challenge with { Id = Waiting } } : null,
            ChangedAt = null,
            FormerNumbers = before.FormerNumbers,
            PhoneRemovedAt = null,
            ChannelChanges = [],
            Sends = [],
            EarlierChallenges = [],
        };
    }

    private static Challenge Model(PendingPhone pending, in Situation situation) =>
        new(Waiting, CodePurpose.Enrol, pending.Details.Number, ChallengeSeed.Placeholder.Nonce, ChallengeSeed.Placeholder.KeyId, situation.Limits.Code.Digits, Now, ChallengeIssue.StillCounts(pending, situation.Facts, situation.Limits) ? Now + situation.Limits.Code.Life : Now);
}
