namespace LoginVerification.Sms;

/// <summary>Twilio's names for its things: two letters for the kind, and 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    private const int Length = 34;

    public static bool Is(string? text, string kind) =>
        text is { Length: Length } && text.StartsWith(kind, StringComparison.Ordinal) && text.Skip(kind.Length).All(char.IsAsciiHexDigit);
}
