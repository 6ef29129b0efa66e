namespace LoginVerification.Ports;

/// <summary>Writes messages, codes and all, to the console of a developer. It starts in the environment <c>Development</c> alone.</summary>
internal sealed class ConsoleSmsSender : ISmsSender
{
    public bool IsLive => false;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"SMS to {message.To}:\n{message.Text}\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        return new SmsReceipt.Accepted();
    }
}

/// <summary>Writes notices to the console of a developer, who has one address.</summary>
internal sealed class ConsoleNotifier : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is not NoticeAddress.First)
            return NoticeReceipt.NoIndependentAddress;
        await Console.Out.WriteLineAsync($"Notice to {notice.Account}: {notice.Kind} ({notice.By}, {notice.At})\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        return NoticeReceipt.Sent;
    }
}
