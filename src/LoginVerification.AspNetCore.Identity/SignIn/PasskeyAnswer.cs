using System.Buffers.Text;
using System.Text.Json;

namespace LoginVerification;

/// <summary>What a passkey's answer says of its user. The passkey signed it, and Identity checked the signature before anybody asks here.</summary>
internal static class PasskeyAnswer
{
    private const int FlagsAt = 32;
    private const byte UserVerified = 0b100;

    /// <summary>Whether this very answer came after a fingerprint, a face or a PIN (WebAuthn Level 3, section 6.1). What was so once says nothing of today.</summary>
    public static bool VerifiedItsUser(string credentialJson)
    {
        using var answer = JsonDocument.Parse(credentialJson);
        return Only(answer.RootElement, "response") is { } response
            && Only(response, "authenticatorData") is { ValueKind: JsonValueKind.String } text
            && text.GetString() is { } encoded
            && Base64Url.IsValid(encoded)
            && Base64Url.DecodeFromChars(encoded) is { Length: > FlagsAt } data
            && (data[FlagsAt] & UserVerified) != 0;
    }

    /// <summary>A property that stands there once, in whatever case: of two, Identity could have checked the other one.</summary>
    private static JsonElement? Only(JsonElement element, string name) => element.ValueKind is JsonValueKind.Object
        && element.EnumerateObject().Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only.Value
            : null;
}
