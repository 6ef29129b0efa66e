#region recording sender
using LoginVerification.Ports;

namespace Example;

/// <summary>Everybody's phone: it keeps the messages, and the code is read from the last one as a person would.</summary>
public sealed class RecordingPhone : ISmsSender
{
    public List<SmsMessage> Messages { get; } = [];

    public bool IsLive { get; set; }

    public SmsReceipt Receipt { get; set; } = new SmsReceipt.Accepted();

    public string LastCode => Messages[^1].Text[(Messages[^1].Text.LastIndexOf('#') + 1)..];

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        Messages.Add(message);
        return Task.FromResult(Receipt);
    }
}
#endregion
