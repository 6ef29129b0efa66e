namespace LoginVerification;

/// <summary>
/// A phone number in E.164 form: <c>+</c> and 4 to 15 digits (ITU-T E.164, section 6.2.1).
/// <see cref="ToString"/> is masked; <see cref="E164"/> is the one place where the whole number is. Immutable and thread-safe.
/// </summary>
public sealed record PhoneNumber
{
    /// <summary>The most digits that E.164 allows.</summary>
    public const int MaxDigits = 15;
    private const int MinDigits = 4;

    /// <summary>Wraps a number that is already in E.164 form. What a user typed goes through <see cref="IPhoneNumberReader"/> instead.</summary>
    /// <param name="e164"><c>+</c> and 4 to 15 ASCII digits, the first of them not zero.</param>
    /// <exception cref="ArgumentException">The text is not in E.164 form. The message never repeats it.</exception>
    public PhoneNumber(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        if (!IsE164(e164))
            throw new ArgumentException($"An E.164 number is '+' and {MinDigits} to {MaxDigits} digits, the first not zero. Read what a user typed with IPhoneNumberReader.", nameof(e164));
        E164 = e164;
    }

    /// <summary>The whole number. Give it to nobody but the SMS sender and the store.</summary>
    public string E164 { get; }

    /// <summary>
    /// The number with all but the first two and the last two digits hidden, for example <c>+97********78</c>;
    /// a number of fewer than 8 digits is hidden altogether.
    /// </summary>
    public string Masked => E164.Length < 9
        ? new string('*', E164.Length)
        : string.Concat(E164.AsSpan(0, 3), new string('*', E164.Length - 5), E164.AsSpan(E164.Length - 2));

    /// <summary>The masked number: see <see cref="Masked"/>.</summary>
    public override string ToString() => Masked;

    private static bool IsE164(string text) =>
        text is ['+', >= '1' and <= '9', ..] and { Length: >= MinDigits + 1 and <= MaxDigits + 1 }
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
