using System.Collections.Concurrent;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>Keeps messages instead of sending them.</summary>
internal sealed class KeptMessages : ISmsSender
{
    private readonly ConcurrentQueue<SmsMessage> messages = new();

    public bool IsLive => false;

    /// <summary>The texts that a number received, oldest first.</summary>
    public IReadOnlyList<string> To(string number) => [.. messages.Where(message => message.To.E164 == number).Select(message => message.Text)];

    /// <summary>The newest code that a number received: what stands behind the last line's <c>#</c>.</summary>
    public string LastCode(string number) => To(number)[^1].Split('#')[^1];

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        messages.Enqueue(message);
        return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}
