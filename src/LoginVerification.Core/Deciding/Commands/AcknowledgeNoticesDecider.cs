using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The owner saw the in-app notices up to an instant; newer ones stay, for they may not have been on the page yet.</summary>
internal static class AcknowledgeNoticesDecider
{
    public static Decision Decide(in Situation situation, AcknowledgeNotices command)
    {
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return stale;
        var facts = situation.Facts;
        var upTo = Instant.Min(command.UpTo ?? facts.Now, facts.Now);
        foreach (var notice in situation.Enrolment.InAppNotices)
        {
            if (notice.At <= upTo)
                return Decision.Accept(new NoticesAcknowledged(upTo) { Origin = facts.Origin });
        }

        return new Refusal(RefusalCode.NothingToAcknowledge, Sources.Lifecycle);
    }
}
