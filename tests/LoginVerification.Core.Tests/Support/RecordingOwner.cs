namespace LoginVerification.Tests;

/// <summary>The owner's independent addresses, of which the first one keeps the notices; a second one is there when the test says so.</summary>
internal sealed class RecordingOwner : INotifier
{
    private readonly List<Notice> letters = [];

    public NoticeReceipt Receipt { get; set; } = NoticeReceipt.Sent;

    public NoticeReceipt SecondReceipt { get; set; } = NoticeReceipt.NoIndependentAddress;

    /// <summary>What the next notices throw, or null.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    /// <summary>What a notice waits for before it goes out.</summary>
    public Task Hang { get; set; } = Task.CompletedTask;

    /// <summary>What was asked of the first address, by kind, oldest first.</summary>
    public IReadOnlyList<NoticeKind> Notices => [.. Letters.Where(notice => notice.Address is NoticeAddress.First).Select(notice => notice.Kind)];

    /// <summary>What was asked of either address, oldest first.</summary>
    public IReadOnlyList<Notice> Letters
    {
        get
        {
            lock (letters)
                return [.. letters];
        }
    }

    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is NoticeAddress.Second && SecondReceipt is NoticeReceipt.NoIndependentAddress)
            return SecondReceipt;
        await Hang;
        if (Fault() is { } fault)
            throw fault;
        lock (letters)
            letters.Add(notice);
        return notice.Address is NoticeAddress.First ? Receipt : SecondReceipt;
    }
}
