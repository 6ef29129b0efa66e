using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>
/// A phone number in E.164 form: <c>+</c> and 4 to 15 digits (ITU-T E.164, section 6.2.1).
/// <see cref="ToString"/> is masked; <see cref="E164"/> is the one place where the whole number is. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(PhoneNumberJsonConverter))]
public sealed record PhoneNumber
{
    /// <summary>The most digits that E.164 allows.</summary>
    public const int MaxDigits = 15;
    private const int MinDigits = 4;

    private PhoneNumber(string e164) => E164 = e164;

    /// <summary>The whole number. Give it to nobody but the SMS sender and the store.</summary>
    public string E164 { get; }

    /// <summary>
    /// The number with all but the first two and the last two digits hidden, for example <c>+97********78</c>;
    /// a number of fewer than 8 digits is hidden altogether.
    /// </summary>
    public string Masked => E164.Length < 9
        ? new string('*', E164.Length)
        : string.Concat(E164.AsSpan(0, 3), new string('*', E164.Length - 5), E164.AsSpan(E164.Length - 2));

    /// <summary>Takes a number that is already in E.164 form. What a user typed goes through <see cref="IPhoneNumberReader"/> instead.</summary>
    /// <param name="e164"><c>+</c> and 4 to 15 ASCII digits, the first of them not zero.</param>
    /// <exception cref="FormatException">The text is not in E.164 form. The message never repeats it.</exception>
    public static PhoneNumber Parse(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        return TryParse(e164, out var number)
            ? number
            : throw new FormatException($"An E.164 number is '+' and {MinDigits} to {MaxDigits} digits, the first not zero. Read what a user typed with IPhoneNumberReader.");
    }

    /// <summary>Takes a number if the text is in E.164 form.</summary>
    /// <param name="e164">Any text, or null.</param>
    /// <param name="number">The number, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? e164, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = e164 is not null && IsE164(e164) ? new PhoneNumber(e164) : null;
        return number is not null;
    }

    /// <summary>The masked number: see <see cref="Masked"/>.</summary>
    public override string ToString() => Masked;

    private static bool IsE164(string text) =>
        text is ['+', >= '1' and <= '9', ..] and { Length: >= MinDigits + 1 and <= MaxDigits + 1 }
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
