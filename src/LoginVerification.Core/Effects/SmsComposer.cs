namespace LoginVerification.Engine;

/// <summary>Writes the messages to phones. A code exists in clear here and in the message alone.</summary>
internal sealed class SmsComposer(CodeKeys keys, string host, IReadOnlyDictionary<string, SmsTexts> texts)
{
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

    /// <summary>The texts of the language, or of its parent (<c>pt</c> for <c>pt-BR</c>), or the English ones.</summary>
    private SmsTexts TextsFor(string? language)
    {
        for (var tag = language; !string.IsNullOrEmpty(tag); tag = tag.LastIndexOf('-') is > 0 and var cut ? tag[..cut] : null)
        {
            if (texts.TryGetValue(tag, out var found))
                return found;
        }

        return texts.GetValueOrDefault("en", SmsTexts.English);
    }
}
