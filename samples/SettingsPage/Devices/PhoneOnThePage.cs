using System.Text.RegularExpressions;
using LoginVerification;
using LoginVerification.Ports;
using Microsoft.EntityFrameworkCore;
using SettingsPage.Accounts;

namespace SettingsPage.Devices;

/// <summary>A text message on a phone of the sample, in or out.</summary>
public sealed class Message
{
    public long Id { get; set; }

    /// <summary>The name that the library gave it, by which a double is dropped as a provider drops it; null for what the phone wrote.</summary>
    public string? MessageId { get; set; }

    public required string Number { get; set; }

    public required string Text { get; set; }

    public DateTimeOffset At { get; set; }

    public bool IsOut => MessageId is null;

    /// <summary>The code of the last line, which browsers read: <c>@host #code</c>.</summary>
    public string? Code => LastLine().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    private static Regex LastLine() => new(@"^@\S+ #(\d+)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant);
}

/// <summary>An owner whose phone is switched off: what is sent to it is lost.</summary>
public sealed class PhoneOff
{
    [System.ComponentModel.DataAnnotations.Key]
    public required string Account { get; set; }
}

/// <summary>The phone network of the sample. Its phones are on the page, for who reads the codes there. A code goes to no log.</summary>
internal sealed class PhoneOnThePage(SampleContext database, IEnrolmentService enrolments, TimeProvider time) : ISmsSender
{
    /// <summary>No real phone rings, so that numbers that are reserved for examples can be used.</summary>
    public bool IsLive => false;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var number = message.To.E164;
        var owners = (await enrolments.FindAccountsAsync(number, cancellationToken)).Select(owner => owner.Value).ToList();
        var isLost = await database.PhonesOff.AnyAsync(phone => owners.Contains(phone.Account), cancellationToken)
            || await database.Messages.AnyAsync(known => known.MessageId == message.Id, cancellationToken);
        if (!isLost)
        {
            database.Messages.Add(new Message { MessageId = message.Id, Number = number, Text = message.Text, At = time.GetUtcNow() });
            await database.SaveChangesAsync(cancellationToken);
        }

        return new SmsReceipt.Accepted();
    }

    /// <summary>What the phone with these numbers shows, newest first.</summary>
    public async Task<IReadOnlyList<Message>> ReadAsync(IReadOnlyList<string> numbers) =>
        await database.Messages.AsNoTracking().Where(message => numbers.Contains(message.Number)).OrderByDescending(message => message.Id).ToListAsync();

    public async Task<bool> IsOffAsync(string account) => await database.PhonesOff.AnyAsync(phone => phone.Account == account);

    public async Task SwitchAsync(string account, bool off)
    {
        await database.PhonesOff.Where(phone => phone.Account == account).ExecuteDeleteAsync();
        if (off)
            database.PhonesOff.Add(new PhoneOff { Account = account });
        await database.SaveChangesAsync();
    }

    /// <summary>The holder writes back, as to a gateway, which reports the keyword by number.</summary>
    public async Task WriteAsync(string number, string text)
    {
        database.Messages.Add(new Message { Number = number, Text = text, At = time.GetUtcNow() });
        await database.SaveChangesAsync();
        var network = enrolments.ForCarrier();
        switch (InboundKeywords.Default.Read(text))
        {
            case InboundKeyword.Stop:
                await network.OptOutOfDeliveryAsync(number);
                break;
            case InboundKeyword.Start:
                await network.RestoreDeliveryAsync(number);
                break;
        }
    }
}
