#region notifier
using LoginVerification.Ports;

namespace Example;

public sealed class MailNotifier(IMail mail) : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        var which = notice.Address is NoticeAddress.First ? 0 : 1;
        if (await mail.AddressOfAsync(notice.Account.Value, which, cancellationToken) is not { } address)
            return NoticeReceipt.NoIndependentAddress; // without a first address it becomes an in-app notice of the status
        await mail.SendAsync(address, $"Your log-in: {notice.Kind}, {notice.At}. If this was not you, write to security@example.com.", cancellationToken);
        return NoticeReceipt.Sent;
    }
}

/// <summary>Your own mail.</summary>
public interface IMail
{
    Task<string?> AddressOfAsync(string user, int which, CancellationToken cancellationToken);

    Task SendAsync(string address, string text, CancellationToken cancellationToken);
}
#endregion
