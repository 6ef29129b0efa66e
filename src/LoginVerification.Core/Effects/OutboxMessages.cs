using System.Globalization;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Makes the outbox messages that a save owes, and names them: by a keyed hash, so that no name gives the account away or comes twice.</summary>
internal sealed class OutboxMessages(CodeKeys keys)
{
    private const int IdLength = 16;

    /// <summary>The messages of a save. Codes and pushes are leased to who saves, which sends them itself; notices are due at once, for whoever works the outbox off.</summary>
    public ValueList<OutboxMessage> For(Enrolment before, ValueList<EnrolmentEvent> events, Instant now, Instant leaseEnd)
    {
        var owed = OwedEffects.Of(before, events);
        if (owed.Count == 0)
            return [];
        var enrolment = before.Id ?? events[0].Begins ?? throw new InvalidOperationException("The first event of an enrolment brings its id.");
        return owed
            .Select(owing => new OutboxMessage(
                NameOf(enrolment, owing.EventVersion, owing.Effect),
                before.Account,
                enrolment,
                owing.EventVersion,
                owing.Effect,
                OwedEffects.AsksOwner(owing.Effect) ? leaseEnd : now))
            .ToValueList();
    }

    private string NameOf(EnrolmentId enrolment, long eventVersion, OutboxEffect effect)
    {
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        KeyedHash.Compute(
            keys.Find(keys.CurrentId)!,
            ["outbox message", enrolment.Hex, eventVersion.ToString(CultureInfo.InvariantCulture), effect.ToString()],
            hash);
        return Convert.ToHexStringLower(hash[..IdLength]);
    }
}
