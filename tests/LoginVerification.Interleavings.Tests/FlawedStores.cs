using Microsoft.Coyote.Runtime;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Compares the version in one step and writes in the next, so that two callers can both find it unchanged.</summary>
internal sealed class ComparingBeforeWriting(InMemoryEnrolments inner) : DelegatingStore(inner)
{
    public override async ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        if (await VersionAsync(change.Enrolment.Account, cancellationToken) != change.ExpectedVersion)
            return false;
        SchedulingPoint.Interleave();
        var version = await VersionAsync(change.Enrolment.Account, cancellationToken);
        return await Inner.TrySaveAsync(change with { Before = change.Before with { Version = version } }, cancellationToken);
    }

    private async ValueTask<long> VersionAsync(AccountId account, CancellationToken cancellationToken) =>
        (await Inner.LoadAsync(account, cancellationToken))?.Version ?? 0;
}

/// <summary>Ends whatever lease a message is under, also one that somebody else took meanwhile.</summary>
internal sealed class CompletingUnderAnyLease(InMemoryEnrolments inner) : DelegatingStore(inner)
{
    public override async ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken)
    {
        var waiting = await Inner.ReadWaitingAsync(message.Account, cancellationToken);
        return waiting.FirstOrDefault(other => other.Id == message.Id) is { } stored
            && await Inner.CompleteAsync(message with { DueAt = stored.DueAt }, retryAt, cancellationToken);
    }
}

/// <summary>Erases the history a step after the snapshot, so that a new enrolment can begin in between and lose its first events.</summary>
internal sealed class ErasingInTwoSteps(InMemoryEnrolments inner) : DelegatingStore(inner)
{
    private readonly HashSet<EnrolmentEvent> erased = [];

    public override async ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        await Inner.EraseAsync(account, origin, cancellationToken);
        SchedulingPoint.Interleave();
        erased.UnionWith(await Inner.ReadAsync(account, 1, int.MaxValue, cancellationToken));
    }

    public override async ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
        [.. (await Inner.ReadAsync(account, from, most, cancellationToken)).Where(happened => !erased.Contains(happened))];
}

/// <summary>Reads what had happened a step before it erases, so that what happens in between leaves no trail.</summary>
internal sealed class ErasingWhatItReadBefore(InMemoryEnrolments inner) : DelegatingStore(inner)
{
    private readonly List<Erasure> erasures = [];

    public override async ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        var events = await Inner.ReadAsync(account, 1, int.MaxValue, cancellationToken);
        SchedulingPoint.Interleave();
        await Inner.EraseAsync(account, origin, cancellationToken);
        if (events.Count > 0)
            erasures.Add(new Erasure(origin, events.Count, [.. events.Select((happened, index) => ErasedEvent.Of(index + 1, happened))]));
    }

    public override ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => new([.. erasures]);
}
