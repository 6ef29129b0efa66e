namespace LoginVerification.Tests;

/// <summary>Everybody's phone: it keeps the messages, and codes are read from them as a person would.</summary>
internal sealed class RecordingPhone : ISmsSender
{
    private readonly List<SmsMessage> messages = [];
    private int attempts;

    public bool IsLive { get; set; }

    /// <summary>What the next sends throw, or null.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    /// <summary>What the gateway answers; only what it accepts rings.</summary>
    public Func<SmsMessage, SmsReceipt> Answer { get; set; } = _ => new SmsReceipt.Accepted();

    /// <summary>What a send waits for before it goes out; it may heed the token, or not.</summary>
    public Func<SmsMessage, CancellationToken, Task> Hang { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How often a message was handed to the gateway, whatever came of it.</summary>
    public int Attempts => attempts;

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
        Interlocked.Increment(ref attempts);
        await Hang(message, cancellationToken);
        if (Fault() is { } fault)
            throw fault;
        var answer = Answer(message);
        if (answer is SmsReceipt.Accepted)
        {
            lock (messages)
                messages.Add(message);
        }

        return answer;
    }
}
