namespace LoginVerification;

/// <summary>Writes messages, codes and all, to the console of a developer. It refuses to start in Production.</summary>
internal sealed class ConsoleSmsSender : ISmsSender
{
    public bool IsLive => false;

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"SMS to {message.To}:\n{message.Text}\n".AsMemory(), cancellationToken);
}
