using Microsoft.Coyote.Runtime;

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
        return await Inner.TrySaveAsync(change with { ExpectedVersion = version }, cancellationToken);
    }

    private async ValueTask<long> VersionAsync(AccountId account, CancellationToken cancellationToken) =>
        (await Inner.LoadAsync(account, cancellationToken))?.Version ?? 0;
}
