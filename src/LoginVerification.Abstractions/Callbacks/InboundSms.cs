namespace LoginVerification.Ports;

/// <summary>A message from a phone. People send anything, codes as well, so that <see cref="ToString"/> shows nothing of it. Immutable and thread-safe.</summary>
public sealed class InboundSms
{
    /// <summary>The longest text that is read, in UTF-16 code units: more than ten concatenated SMS have.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>The longest sender that is read, in UTF-16 code units.</summary>
    public const int MaxFromLength = 64;

    /// <summary>Makes a message.</summary>
    /// <param name="from">Where it came from, as the network writes it: at most <see cref="MaxFromLength"/> characters.</param>
    /// <param name="text">The whole text: at most <see cref="MaxTextLength"/> characters.</param>
    /// <param name="providersKeyword">What the provider itself read and acted on; null where it reads nothing.</param>
    /// <exception cref="ArgumentException">One of them is longer.</exception>
    public InboundSms(string from, string text, InboundKeyword? providersKeyword = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(text);
        if (from.Length > MaxFromLength || text.Length > MaxTextLength)
            throw new ArgumentException($"An inbound message has a sender of at most {MaxFromLength} and a text of at most {MaxTextLength} characters. Answer SmsCallback.Refused for a longer one.");
        (From, Text, ProvidersKeyword) = (new PhoneInput(from), text, providersKeyword);
    }

    /// <summary>Where it came from, as the network writes it: give it to <see cref="CarrierReports"/> as it is.</summary>
    public PhoneInput From { get; }

    /// <summary>The whole text; it is no part of the message's JSON.</summary>
    [JsonIgnore]
    public string Text { get; }

    /// <summary>What the provider itself read and acted on, as Twilio does; null where it reads nothing, so that the text tells.</summary>
    public InboundKeyword? ProvidersKeyword { get; }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "inbound SMS (number and text hidden)";
}
