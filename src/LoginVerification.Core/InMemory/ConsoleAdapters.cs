namespace LoginVerification.Ports;

/// <summary>Writes messages, codes and all, to the console of a developer. It refuses to start in Production.</summary>
internal sealed class ConsoleSmsSender : ISmsSender
{
    public bool IsLive => false;

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"SMS to {message.To}:\n{message.Text}\n".AsMemory(), cancellationToken);
}

/// <summary>Writes notices to the console of a developer.</summary>
internal sealed class ConsoleNotifier : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"Notice to {notice.Account}: {notice.Kind} ({notice.By}, {notice.At})\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        return NoticeReceipt.Sent;
    }
}
