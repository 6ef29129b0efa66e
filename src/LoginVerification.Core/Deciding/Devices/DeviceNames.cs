using System.Text;

namespace LoginVerification.Engine;

/// <summary>What a device may be called.</summary>
internal static class DeviceNames
{
    /// <summary>The name without blanks around it, or null where it is none: an owner who sees nothing, or sees it turned around, cannot tell which device it is.</summary>
    public static string? Read(string typed)
    {
        var name = typed.Trim();
        return name.Length is >= 1 and <= AppDevice.MaxNameLength && WellFormed.Is(name) && !name.Any(TurnsOrControls) && name.EnumerateRunes().Any(Shows) ? name : null;
    }

    /// <summary>Control characters, and the embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX 9, section 2), which reach beyond the name.</summary>
    private static bool TurnsOrControls(char letter) => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool Shows(Rune rune) => !Rune.IsWhiteSpace(rune) && !TypedFiller.IsInvisible(rune);
}
