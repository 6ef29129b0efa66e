namespace LoginVerification;

/// <summary>A text message. It holds a code, so that <see cref="ToString"/> shows neither text nor number. Immutable and thread-safe.</summary>
public sealed class SmsMessage
{
    /// <summary>Makes a message.</summary>
    /// <param name="id">Names the message towards the provider: the same for each attempt, so that a provider can drop doubles.</param>
    /// <param name="to">The number.</param>
    /// <param name="text">The text; at most one segment for the shipped templates.</param>
    public SmsMessage(string id, PhoneNumber to, string text)
    {
        Id = id;
        To = to;
        Text = text;
    }

    /// <summary>Names the message towards the provider: the same for each attempt.</summary>
    public string Id { get; }

    /// <summary>The number.</summary>
    public PhoneNumber To { get; }

    /// <summary>The text, which holds the code.</summary>
    public string Text { get; }

    /// <summary>The id and the masked number.</summary>
    public override string ToString() => $"SMS {Id} to {To}";
}
