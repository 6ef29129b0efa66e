namespace LoginVerification;

/// <summary>
/// The texts of SMS in one language. The library adds the last line of a code's message itself, <c>@host #code</c>,
/// by which browsers fill the code in on the right site alone (WICG, "Origin-bound one-time codes"). Immutable and thread-safe.
/// </summary>
/// <param name="Code">The message with a code; <c>{code}</c> stands for the code. With the last line it has to fit one segment.</param>
/// <param name="NumberReplaced">The message to a number that is no longer in force. It has to fit one segment.</param>
public sealed record SmsTexts(string Code, string NumberReplaced)
{
    internal const string CodePlaceholder = "{code}";

    /// <summary>The English texts, used where the host gives none.</summary>
    public static SmsTexts English { get; } = new(
        "{code} is your log-in verification code.",
        "This phone no longer receives your log-in codes. If you did not change it, contact us.");

    internal string Render(ReadOnlySpan<char> code, string host) =>
        $"{Code.Replace(CodePlaceholder, code.ToString(), StringComparison.Ordinal)}\n@{host} #{code}";
}
