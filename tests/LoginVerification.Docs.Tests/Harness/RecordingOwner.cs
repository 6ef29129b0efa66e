using LoginVerification.Ports;

namespace LoginVerification.Docs.Tests;

/// <summary>The owner's mailbox: it keeps the notices.</summary>
internal sealed class RecordingOwner : INotifier
{
    public List<Notice> Notices { get; } = [];

    public NoticeReceipt Receipt { get; set; } = NoticeReceipt.Sent;

    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is not NoticeAddress.First)
            return Task.FromResult(NoticeReceipt.NoIndependentAddress); // this owner has one mailbox
        Notices.Add(notice);
        return Task.FromResult(Receipt);
    }
}
