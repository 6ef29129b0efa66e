using LoginVerification.Ports;

namespace LoginVerification.Docs.Tests;

#region notifier
internal sealed class MailNotifier(IMail mail) : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (await mail.AddressOfAsync(notice.Account.Value, notice.Address is NoticeAddress.First ? 0 : 1, cancellationToken) is not { } address)
            return NoticeReceipt.NoIndependentAddress; // without a first address it becomes an in-app notice of the status
        await mail.SendAsync(address, $"Your log-in: {notice.Kind}, {notice.At}", cancellationToken);
        return NoticeReceipt.Sent;
    }
}
#endregion

/// <summary>The host's own mail.</summary>
internal interface IMail
{
    Task<string?> AddressOfAsync(string user, int which, CancellationToken cancellationToken);

    Task SendAsync(string address, string text, CancellationToken cancellationToken);
}
