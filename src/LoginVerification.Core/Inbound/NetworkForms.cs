namespace LoginVerification.Engine;

/// <summary>
/// The numbers that a network may mean by the text of a report or an import. A network writes a number as it was before its country
/// changed the plan, or leaves out what is only dialled; what is held may have either form.
/// </summary>
/// <remarks>
/// For what a network says alone. A user who types +54 11 … means a fixed line in Buenos Aires, and is not sent to somebody's mobile.
/// <list type="table">
/// <listheader><term>Country</term><description>Forms of one number, and who says so</description></listheader>
/// <item><term>MX</term><description>+52 1 and 10 digits, +52 and 10 digits: the 1 of mobiles was abolished in August 2019, and providers still report it (daddyz/phonelib, issue 254)</description></item>
/// <item><term>AR</term><description>+54 9 and 10 digits, +54 and 10 digits: SMS are sent without the 9 (libphonenumber, FAQ, "mobile number from Argentina")</description></item>
/// <item><term>BR</term><description>two digits of the area, 9, then 8 digits that begin with 6 to 9; the same without the 9, which Anatel added from 2012 to 2016</description></item>
/// <item><term>BJ</term><description>01 and 8 digits, the same without the 01: ARCEP Bénin, since 30 November 2024</description></item>
/// <item><term>CI</term><description>01 (Moov), 05 (MTN) or 07 (Orange) and 8 digits, the same without it: ARTCI, since 31 January 2021; the second of the 8 digits tells the operator</description></item>
/// </list>
/// </remarks>
internal static class NetworkForms
{
    private const int MaxLength = 64;

    /// <summary>
    /// All of them, and first the text itself, which has <c>+</c>, <c>00</c> or nothing before the calling code. No numbering plan is
    /// asked: a number that was held before its plan changed is found again by its own text. Empty if the text is none of this.
    /// </summary>
    public static IReadOnlyList<PhoneNumber> Of(PhoneInput input)
    {
        if (!PhoneNumber.TryParse(International(input.Text), out var asWritten))
            return [];
        var other = OtherForm(asWritten.E164);
        return other is null ? [asWritten] : [asWritten, PhoneNumber.Parse(other)];
    }

    private static string? International(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var digits = string.Concat(text.EnumerateRunes().Where(rune => !TypedFiller.Is(rune)));
        return digits.StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? $"+{digits.AsSpan(2)}"
            : $"+{digits}";
    }

    private static string? OtherForm(string e164) => e164 switch
    {
        ['+', '5', '2', '1', .. { Length: 10 } rest] => $"+52{rest}",
        ['+', '5', '2', .. { Length: 10 } rest] => $"+521{rest}",

        ['+', '5', '4', '9', .. { Length: 10 } rest] => $"+54{rest}",
        ['+', '5', '4', .. { Length: 10 } rest] => $"+549{rest}",

        ['+', '5', '5', _, _, '9', >= '6', _, _, _, _, _, _, _] => $"{e164.AsSpan(0, 5)}{e164.AsSpan(6)}",
        ['+', '5', '5', _, _, >= '6', _, _, _, _, _, _, _] => $"{e164.AsSpan(0, 5)}9{e164.AsSpan(5)}",

        ['+', '2', '2', '9', '0', '1', .. { Length: 8 } rest] => $"+229{rest}",
        ['+', '2', '2', '9', .. { Length: 8 } rest] => $"+22901{rest}",

        ['+', '2', '2', '5', '0', var operatorDigit, .. { Length: 8 } rest] => OperatorOf(rest) == operatorDigit ? $"+225{rest}" : null,
        ['+', '2', '2', '5', .. { Length: 8 } rest] => $"+2250{OperatorOf(rest)}{rest}",
        _ => null,
    };

    private static char OperatorOf(string oldNumber) => oldNumber[1] switch
    {
        <= '3' => '1',
        <= '6' => '5',
        _ => '7',
    };
}
