namespace LoginVerification;

/// <summary>Writes notices to the console of a developer.</summary>
internal sealed class ConsoleNotifier : INotifier
{
    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"Notice to {notice.Account}: {notice.Kind} ({notice.By}, {notice.At})\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        return NoticeReceipt.Sent;
    }
}
