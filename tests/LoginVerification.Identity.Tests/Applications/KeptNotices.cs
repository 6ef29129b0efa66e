using System.Collections.Concurrent;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>Keeps notices instead of sending them.</summary>
internal sealed class KeptNotices : INotifier
{
    private readonly ConcurrentQueue<NoticeKind> kinds = new();

    /// <summary>What the owner was told, oldest first.</summary>
    public IReadOnlyList<NoticeKind> Kinds => [.. kinds];

    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is not NoticeAddress.First)
            return Task.FromResult(NoticeReceipt.NoIndependentAddress);
        kinds.Enqueue(notice.Kind);
        return Task.FromResult(NoticeReceipt.Sent);
    }
}
