using System.Collections.Frozen;
using System.Text;

namespace LoginVerification;

/// <summary>
/// Reads what a phone answered: STOP, START, HELP and their like, in the languages and spellings that providers take. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The whole message has to be the keyword. Case, blanks, punctuation, emoji and accents written apart make no difference: "Stop.",
/// "opt-out" and "STOP ALL" are read. "Please stop" is not, as with the providers' own readers: what else a sentence says no program
/// knows, so let people read what is <see cref="InboundKeyword.None"/> and report a stop that it contains. In the USA every reasonable
/// wording counts (47 CFR 64.1200(a)(10)).
/// </remarks>
public sealed class InboundKeywords
{
    // Ten concatenated SMS are 1,530 characters. A keyword is a few, whatever else the text is filled with.
    private const int MaxLength = 1600;

    private readonly FrozenDictionary<string, InboundKeyword> meanings;
    private readonly int longest;

    private InboundKeywords(IReadOnlyDictionary<string, InboundKeyword> meanings)
    {
        this.meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        longest = meanings.Keys.Max(word => word.Length);
    }

    /// <summary>The providers' default keywords and their like in other languages.</summary>
    public static InboundKeywords Default { get; } = new(
        new[] { (InboundWords.Stop, InboundKeyword.Stop), (InboundWords.Start, InboundKeyword.Start), (InboundWords.Help, InboundKeyword.Help) }
            .SelectMany(list => list.Item1.Split(' ').Select(word => (Word: Fold(word, int.MaxValue), Meaning: list.Item2)))
            .Distinct()
            .ToDictionary(entry => entry.Word, entry => entry.Meaning, StringComparer.Ordinal));

    /// <summary>The same keywords and some more.</summary>
    /// <param name="meaning">What the words ask for; <see cref="InboundKeyword.None"/> takes them out.</param>
    /// <param name="words">The words, in any case. What they meant before is replaced.</param>
    /// <exception cref="ArgumentException">A word has no letter and no digit, or <paramref name="meaning"/> is none of the members.</exception>
    public InboundKeywords With(InboundKeyword meaning, params ReadOnlySpan<string> words)
    {
        if (!Enum.IsDefined(meaning))
            throw new ArgumentException("That is no keyword. Use one of the members of InboundKeyword.", nameof(meaning));
        var more = new Dictionary<string, InboundKeyword>(meanings, StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word is null || Fold(word, int.MaxValue) is not { Length: > 0 } folded)
                throw new ArgumentException("A keyword has a letter or a digit.", nameof(words));
            more[folded] = meaning;
        }

        return new InboundKeywords(more);
    }

    /// <summary>What an inbound message asks for. Where its provider read a keyword and acted on it, that counts; otherwise the text does.</summary>
    /// <param name="message">The message.</param>
    public InboundKeyword ReadMessage(InboundSms message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.ProvidersKeyword ?? Read(message.Text);
    }

    /// <summary>Reads a message. Never throws for what a phone can send.</summary>
    /// <param name="text">The whole text of the message.</param>
    public InboundKeyword Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLength ? meanings.GetValueOrDefault(Fold(text, longest)) : InboundKeyword.None;
    }

    // The letters and digits alone, in upper case; more than the limit is no keyword, so that the rest need not be looked at.
    private static string Fold(string text, int limit)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (folded.Length > limit)
                break;
            if (Rune.IsLetterOrDigit(rune) && rune.Value is not Tatweel)
                folded.Append(Fold(rune).ToString());
        }

        return folded.ToString();
    }

    // What only makes an Arabic word longer.
    private const int Tatweel = 0x0640;

    // A Japanese keyboard writes Latin letters at full width; Turkish has an i without a dot, and a capital one with it.
    private static Rune Fold(Rune rune) => rune.Value switch
    {
        >= 0xFF21 and <= 0xFF5A => Rune.ToUpperInvariant(new Rune(rune.Value - 0xFEE0)),
        0x0130 or 0x0131 => new Rune('I'),
        _ => Rune.ToUpperInvariant(rune),
    };
}
