namespace LoginVerification.Tests;

/// <summary>Everybody's phone: it keeps the messages, and codes are read from them as a person would.</summary>
internal sealed class RecordingPhone : ISmsSender
{
    private readonly List<SmsMessage> messages = [];

    public bool IsLive { get; set; }

    /// <summary>What the next sends throw, or null.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    /// <summary>What the gateway answers; only what it accepts rings.</summary>
    public SmsReceipt Receipt { get; set; } = new SmsReceipt.Accepted();

    /// <summary>What a send waits for before it goes out.</summary>
    public Task Hang { get; set; } = Task.CompletedTask;

    public IReadOnlyList<SmsMessage> Messages
    {
        get
        {
            lock (messages)
                return [.. messages];
        }
    }

    public string LastCode => CodeIn(Messages[^1]);

    public static string CodeIn(SmsMessage message) => message.Text[(message.Text.LastIndexOf('#') + 1)..];

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        await Hang;
        if (Fault() is { } fault)
            throw fault;
        if (Receipt is SmsReceipt.Accepted)
        {
            lock (messages)
                messages.Add(message);
        }

        return Receipt;
    }
}
