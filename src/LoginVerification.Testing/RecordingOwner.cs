namespace LoginVerification.Testing;

/// <summary>The owner's independent addresses, of which the first one keeps the notices; there is a second one when the test says so. Thread-safe.</summary>
public sealed class RecordingOwner : INotifier
{
    private readonly List<Notice> letters = [];

    /// <summary>What the first address answers.</summary>
    public NoticeReceipt Receipt { get; set; } = NoticeReceipt.Sent;

    /// <summary>What the second address answers; by default there is none.</summary>
    public NoticeReceipt SecondReceipt { get; set; } = NoticeReceipt.NoIndependentAddress;

    /// <summary>What the next notices throw, or null for nothing.</summary>
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

    /// <inheritdoc/>
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Address is NoticeAddress.Second && SecondReceipt is NoticeReceipt.NoIndependentAddress)
            return SecondReceipt;
        await Hang.ConfigureAwait(false);
        if (Fault() is { } fault)
            throw fault;
        lock (letters)
            letters.Add(notice);
        return notice.Address is NoticeAddress.First ? Receipt : SecondReceipt;
    }
}
