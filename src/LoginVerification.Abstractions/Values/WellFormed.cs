namespace LoginVerification.Engine;

/// <summary>
/// Whether a text is well-formed Unicode. Half a surrogate pair is not: no store keeps it, and on the way to one it is replaced, so that two
/// different texts would become one.
/// </summary>
internal static class WellFormed
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0;)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
