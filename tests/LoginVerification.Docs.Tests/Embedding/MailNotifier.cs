using LoginVerification.Ports;

namespace LoginVerification.Docs.Tests;

#region notifier
internal sealed class MailNotifier(IMail mail) : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (await mail.AddressOfAsync(notice.Account.Value, cancellationToken) is not { } address)
            return NoticeReceipt.NoIndependentAddress; // it becomes an in-app notice of the status
        await mail.SendAsync(address, $"Your log-in: {notice.Kind}, {notice.At}", cancellationToken);
        return NoticeReceipt.Sent;
    }
}
#endregion

/// <summary>The host's own mail.</summary>
internal interface IMail
{
    Task<string?> AddressOfAsync(string user, CancellationToken cancellationToken);

    Task SendAsync(string address, string text, CancellationToken cancellationToken);
}
