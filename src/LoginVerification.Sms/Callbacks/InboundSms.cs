using System.Text.Json.Serialization;

namespace LoginVerification.Sms;

/// <summary>A message from a phone. People send anything, codes as well, so that <see cref="ToString"/> shows nothing of it. Immutable and thread-safe.</summary>
public sealed class InboundSms
{
    /// <summary>The longest text that is read, in UTF-16 code units: more than ten concatenated SMS have.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>The longest sender that is read, in UTF-16 code units.</summary>
    public const int MaxFromLength = 64;

    private readonly InboundKeyword? providersKeyword;

    internal InboundSms(string from, string text, InboundKeyword? providersKeyword = null) =>
        (From, Text, this.providersKeyword) = (new PhoneInput(from), text, providersKeyword);

    /// <summary>Where it came from, as the network writes it: give it to <see cref="CarrierReports"/> as it is.</summary>
    public PhoneInput From { get; }

    /// <summary>The whole text; it is no part of the message's JSON.</summary>
    [JsonIgnore]
    public string Text { get; }

    /// <summary>What it asks for. Where the provider itself read a keyword and acted on it, as Twilio does, that counts.</summary>
    /// <param name="keywords">Reads the text otherwise; <see cref="InboundKeywords.Default"/>, or yours.</param>
    public InboundKeyword ReadKeyword(InboundKeywords keywords)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        return providersKeyword ?? keywords.Read(Text);
    }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "inbound SMS (number and text hidden)";
}
