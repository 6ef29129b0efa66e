using LoginVerification.Ports;
using Microsoft.EntityFrameworkCore;
using SettingsPage.Accounts;

namespace SettingsPage.Devices;

/// <summary>A notice in the owner's mail.</summary>
public sealed class Mail
{
    public required string Id { get; set; }

    public required string Account { get; set; }

    public required string Kind { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>The mail of the sample's accounts: each has one address.</summary>
internal sealed class MailOnThePage(SampleContext database) : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is not NoticeAddress.First)
            return NoticeReceipt.NoIndependentAddress;
        if (!await database.Mails.AnyAsync(mail => mail.Id == notice.Id, cancellationToken))
        {
            database.Mails.Add(new Mail { Id = notice.Id, Account = notice.Account.Value, Kind = notice.Kind.ToString(), By = notice.By.ToString(), At = notice.At.ToDateTimeOffset() });
            await database.SaveChangesAsync(cancellationToken);
        }

        return NoticeReceipt.Sent;
    }

    public async Task<IReadOnlyList<Mail>> ReadAsync(string account) =>
        (await database.Mails.AsNoTracking().Where(mail => mail.Account == account).ToListAsync()).OrderByDescending(mail => mail.At).ToList();
}
