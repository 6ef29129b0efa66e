using System.Collections.Concurrent;
using LoginVerification.Testing;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>Everybody's phone: it keeps the newest code of each number.</summary>
internal sealed class PhoneInHand : ISmsSender
{
    private readonly ConcurrentDictionary<string, string> codes = [];

    public bool IsLive => false;

    public string CodeOf(string number) => codes.TryRemove(number, out var code) ? code : throw new InvalidOperationException("No code came.");

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        codes[message.To.E164] = RecordingPhone.CodeIn(message);
        return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}
