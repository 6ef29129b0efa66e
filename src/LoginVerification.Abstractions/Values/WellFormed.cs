namespace LoginVerification.Engine;

/// <summary>
/// Whether a text is well-formed Unicode that every store keeps. Half a surrogate pair is not: on the way to a store it is replaced, so that
/// two different texts would become one. U+0000 is well-formed, and PostgreSQL keeps it in no text.
/// </summary>
internal static class WellFormed
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;
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
