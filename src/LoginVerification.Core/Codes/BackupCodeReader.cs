using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Engine;

/// <summary>
/// Reads a typed or pasted backup code: blanks, dashes and invisible marks are dropped, lower case is read, and letters that look like digits are those
/// digits (Crockford's base 32, which has neither I, L, O nor U).
/// </summary>
internal static class BackupCodeReader
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>16 characters of 5 bits: 80 bits; NIST SP 800-63B-4, section 4.2.1.1, asks for 64.</summary>
    public const int Length = 16;

    private const int MaxTyped = 128;

    public static bool IsWellFormed(CodeInput input) => TryRead(input, out _);

    /// <summary>The code in its one form; null unless it has exactly its characters.</summary>
    public static bool TryRead(CodeInput input, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (input.Text.Length > MaxTyped)
            return false;
        Span<char> read = stackalloc char[Length];
        var count = 0;
        foreach (var rune in input.Text.EnumerateRunes())
        {
            if (TypedFiller.Is(rune))
                continue;
            if (!rune.IsAscii || count == Length || CharacterOf((char)rune.Value) is not { } character)
                return false;
            read[count++] = character;
        }

        code = count == Length ? read.ToString() : null;
        return code is not null;
    }

    private static char? CharacterOf(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var upper when Alphabet.Contains(upper, StringComparison.Ordinal) => upper,
        _ => null,
    };
}
