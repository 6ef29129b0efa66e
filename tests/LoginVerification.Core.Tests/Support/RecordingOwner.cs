namespace LoginVerification.Tests;

/// <summary>The owner's independent address: it keeps the notices.</summary>
internal sealed class RecordingOwner : INotifier
{
    private readonly List<Notice> notices = [];

    public NoticeReceipt Receipt { get; set; } = NoticeReceipt.Sent;

    /// <summary>What the next notices throw, or null.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    public IReadOnlyList<NoticeKind> Notices
    {
        get
        {
            lock (notices)
                return [.. notices.Select(notice => notice.Kind)];
        }
    }

    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Fault() is { } fault)
            throw fault;
        lock (notices)
            notices.Add(notice);
        return Task.FromResult(Receipt);
    }
}
