using System.Collections.Frozen;

namespace LoginVerification.Engine;

/// <summary>Writes the messages to phones. A code exists in clear here and in the message alone.</summary>
internal sealed class SmsComposer(CodeKeys keys, string host, IReadOnlyDictionary<string, SmsTexts> texts)
{
    private readonly FrozenDictionary<string, SmsTexts> byLanguage = texts.ToFrozenDictionary(
        entry => LanguageTags.Canonical(entry.Key), entry => entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The message with the code of a challenge; null when its key was retired, so that nobody can compute it.</summary>
    public SmsMessage? Code(string id, AccountId account, Challenge challenge)
    {
        if (keys.Find(challenge.KeyId) is not { } key)
            return null;
        Span<char> code = stackalloc char[challenge.Digits];
        CodeGenerator.Generate(key, account, challenge, code);
        return new SmsMessage(id, challenge.Number, TextsFor(challenge.Language).Render(code, host));
    }

    public SmsMessage NumberReplaced(string id, PhoneNumber previous) => new(id, previous, TextsFor(null).NumberReplaced);

    /// <summary>The texts of the language or of the nearest one that it is a part of (<c>pt</c> for <c>pt-BR</c>), or the English ones.</summary>
    public SmsTexts TextsFor(string? language)
    {
        foreach (var tag in LanguageTags.LookUpOrder(language ?? "en"))
        {
            if (byLanguage.TryGetValue(tag, out var found))
                return found;
        }

        return byLanguage.GetValueOrDefault("en", SmsTexts.English);
    }
}
