using Microsoft.Coyote.Runtime;

namespace LoginVerification.Tests;

/// <summary>A phone network over which another task may come before the message leaves, and after.</summary>
internal sealed class ScheduledPhone(Ledger ledger) : ISmsSender
{
    private readonly List<string> codes = [];

    /// <summary>The codes that arrived, oldest first.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>Whether the network answers with an error after it took the message.</summary>
    public bool Fails { get; set; }

    public bool IsLive => true;

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        SchedulingPoint.Interleave();
        ledger.Leaves(message.Id, $"{message.To.E164} {message.Text.ReplaceLineEndings(" ")}");
        if (message.Text.Contains('#', StringComparison.Ordinal))
            codes.Add(message.Text[..6]);
        SchedulingPoint.Interleave();
        return Fails ? Task.FromException<SmsReceipt>(new TimeoutException()) : Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}

/// <summary>The owner's other address.</summary>
internal sealed class ScheduledLetterbox(Ledger ledger) : INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        SchedulingPoint.Interleave();
        ledger.Leaves(notice.Id, $"{notice.Kind} at {notice.At}");
        SchedulingPoint.Interleave();
        return Task.FromResult(NoticeReceipt.Sent);
    }
}

/// <summary>Every number is an Israeli mobile, written as E.164 has it.</summary>
internal sealed class PlainNumbers : IPhoneNumberReader
{
    public PhoneReading Read(PhoneInput input, CountryCode? country) =>
        new PhoneReading.Readable(new PhoneDetails(PhoneNumber.Parse(input.Text), CountryCode.Parse("IL"), LineType.Mobile));
}
