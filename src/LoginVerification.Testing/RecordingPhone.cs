using System.Text.Json.Serialization;

namespace LoginVerification.Testing;

/// <summary>Everybody's phone: it keeps the messages, so that a test reads a code from them as a person would. Thread-safe.</summary>
public sealed class RecordingPhone : ISmsSender
{
    private readonly List<SmsMessage> messages = [];
    private int attempts;

    /// <summary>Whether it counts as a gateway to real phones, which gets no reserved number; false by default.</summary>
    public bool IsLive { get; set; }

    /// <summary>What the next sends throw, or null for nothing.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    /// <summary>What the gateway answers; only what it accepts arrives.</summary>
    public Func<SmsMessage, SmsReceipt> Answer { get; set; } = _ => new SmsReceipt.Accepted();

    /// <summary>What a send waits for before it goes out; it may heed the token, or not.</summary>
    public Func<SmsMessage, CancellationToken, Task> Hang { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How often a message was handed to the gateway, whatever came of it.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>What arrived, oldest first.</summary>
    public IReadOnlyList<SmsMessage> Messages
    {
        get
        {
            lock (messages)
                return [.. messages];
        }
    }

    /// <summary>The newest code: notices arrive by SMS, too, and hold none.</summary>
    /// <exception cref="InvalidOperationException">No code has arrived.</exception>
    [JsonIgnore]
    public string LastCode => CodeIn(Messages.LastOrDefault(HoldsCode) ?? throw new InvalidOperationException("No code has arrived."));

    /// <summary>The code in a message: what follows the last <c>#</c>, where a browser reads it, too.</summary>
    /// <param name="message">A message of the shipped form, whose last line is <c>@host #code</c>.</param>
    /// <exception cref="InvalidOperationException">The message holds no code.</exception>
    public static string CodeIn(SmsMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return HoldsCode(message) ? message.Text[(message.Text.LastIndexOf('#') + 1)..] : throw new InvalidOperationException("The message holds no code.");
    }

    /// <inheritdoc/>
    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref attempts);
        await Hang(message, cancellationToken).ConfigureAwait(false);
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

    private static bool HoldsCode(SmsMessage message) => message.Text.Contains('#', StringComparison.Ordinal);
}
