using System.Text.Json;

namespace LoginVerification.Engine;

/// <summary>
/// Writes a value to JSON as the text that its <c>ToString</c> shows, so that what is masked or hidden there is masked or hidden in JSON,
/// too. Reads the text that makes the value. Converters in the serializer's options go before it. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class TextJsonConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly string form;
    private readonly Func<string, T?> read;

    private protected TextJsonConverter(string form, Func<string, T?> read) => (this.form, this.read) = (form, read);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType is JsonTokenType.String ? read(reader.GetString()!) : null)
        ?? throw new JsonException($"Here belongs {form}.");

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}

/// <summary>An account as its id.</summary>
public sealed class AccountIdJsonConverter()
    : TextJsonConverter<AccountId>("an account id", text => AccountId.TryParse(text, out var account) ? account : null);

/// <summary>A surface as its name.</summary>
public sealed class SurfaceJsonConverter()
    : TextJsonConverter<Surface>("the name of a surface", text => Surface.TryParse(text, out var surface) ? surface : null);

/// <summary>A country as its two letters.</summary>
public sealed class CountryCodeJsonConverter()
    : TextJsonConverter<CountryCode>("a country of two letters", text => CountryCode.TryParse(text, out var country) ? country : null);

/// <summary>A carrier as its name.</summary>
public sealed class CarrierJsonConverter()
    : TextJsonConverter<Carrier>("the name of a carrier", text => Carrier.TryParse(text, out var carrier) ? carrier : null);

/// <summary>A number, written masked. It is read whole: what was masked does not come back.</summary>
public sealed class PhoneNumberJsonConverter()
    : TextJsonConverter<PhoneNumber>("a whole number in E.164 form", text => PhoneNumber.TryParse(text, out var number) ? number : null);

/// <summary>A number as it was typed: read from a form as any text, and never written.</summary>
public sealed class PhoneInputJsonConverter()
    : TextJsonConverter<PhoneInput>("a number as it was typed", text => new PhoneInput(text));

/// <summary>A code as it was typed: read from a form as any text, and never written.</summary>
public sealed class CodeInputJsonConverter()
    : TextJsonConverter<CodeInput>("a code as it was typed", text => new CodeInput(text));

/// <summary>A nonce, never written.</summary>
public sealed class NonceJsonConverter()
    : TextJsonConverter<Nonce>("a nonce", text => Nonce.TryParse(text, out var nonce) ? nonce : null);

/// <summary>The id of a challenge as its text.</summary>
public sealed class ChallengeIdJsonConverter()
    : TextJsonConverter<ChallengeId>("the id of a challenge", text => new ChallengeId(text));

/// <summary>The id of an enrolment as its digits.</summary>
public sealed class EnrolmentIdJsonConverter()
    : TextJsonConverter<EnrolmentId>("the id of an enrolment", text => EnrolmentId.TryParse(text, out var id) ? id : null);

/// <summary>The id of a device as its digits.</summary>
public sealed class DeviceIdJsonConverter()
    : TextJsonConverter<DeviceId>("the id of a device", text => DeviceId.TryParse(text, out var id) ? id : null);

/// <summary>The key of a device as base64url.</summary>
public sealed class DeviceKeyJsonConverter()
    : TextJsonConverter<DeviceKey>("a point of P-256 as base64url", text => DeviceKey.TryParse(text, out var key) ? key : null);

/// <summary>The address of a device: read from a form as its text, and never written.</summary>
public sealed class PushAddressJsonConverter()
    : TextJsonConverter<PushAddress>("the address of a device", text => PushAddress.TryParse(text, out var address) ? address : null);

/// <summary>A backup code, never written, and read by nobody: what a user types is a <see cref="CodeInput"/>.</summary>
public sealed class BackupCodeJsonConverter()
    : TextJsonConverter<BackupCode>("nothing: a backup code is shown by its Text", _ => null);

/// <summary>A number to match, never written, and read by nobody: what a user types is a <see cref="CodeInput"/>.</summary>
public sealed class MatchingNumberJsonConverter()
    : TextJsonConverter<MatchingNumber>("nothing: a number to match is shown by its Text", _ => null);
