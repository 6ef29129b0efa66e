using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace LoginVerification.Http;

// A field that is null was not sent, or was sent as null: both are read alike.

/// <summary>A number to add, or to take the place of the verified one.</summary>
internal sealed record PhoneBody : IRequestBody<PhoneBody>
{
    public static JsonTypeInfo<PhoneBody> Json => BodyJson.Default.PhoneBody;

    public static IReadOnlyList<RequiredField<PhoneBody>> Required { get; } = [new("number", body => body.Number)];

    public PhoneInput? Number { get; init; }

    public CountryCode? Country { get; init; }

    public Carrier? Carrier { get; init; }
}

/// <summary>A code as it was typed or pasted.</summary>
internal sealed record CodeBody : IRequestBody<CodeBody>
{
    public static JsonTypeInfo<CodeBody> Json => BodyJson.Default.CodeBody;

    public static IReadOnlyList<RequiredField<CodeBody>> Required { get; } = [new("code", body => body.Code)];

    public CodeInput? Code { get; init; }
}

/// <summary>The channel that is to protect the log-in.</summary>
internal sealed record ChannelBody : IRequestBody<ChannelBody>
{
    public static JsonTypeInfo<ChannelBody> Json => BodyJson.Default.ChannelBody;

    public static IReadOnlyList<RequiredField<ChannelBody>> Required { get; } = [new("channel", body => body.Channel)];

    [JsonConverter(typeof(ChannelWords))]
    public VerificationChannel? Channel { get; init; }
}

/// <summary>Which notices were seen.</summary>
internal sealed record NoticesBody : IRequestBody<NoticesBody>
{
    public static JsonTypeInfo<NoticesBody> Json => BodyJson.Default.NoticesBody;

    public static IReadOnlyList<RequiredField<NoticesBody>> Required { get; } = [];

    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? UpTo { get; init; }
}

/// <summary>What a device is called.</summary>
internal sealed record DeviceNameBody : IRequestBody<DeviceNameBody>
{
    public static JsonTypeInfo<DeviceNameBody> Json => BodyJson.Default.DeviceNameBody;

    public static IReadOnlyList<RequiredField<DeviceNameBody>> Required { get; } = [new("name", body => body.Name)];

    public string? Name { get; init; }
}

/// <summary>The code that came by SMS; over the app there is none.</summary>
internal sealed record SignInAnswerBody : IRequestBody<SignInAnswerBody>
{
    public static JsonTypeInfo<SignInAnswerBody> Json => BodyJson.Default.SignInAnswerBody;

    public static IReadOnlyList<RequiredField<SignInAnswerBody>> Required { get; } = [];

    public CodeInput? Code { get; init; }

    public bool RememberBrowser { get; init; }
}

/// <summary>A backup code as it was typed.</summary>
internal sealed record BackupCodeBody : IRequestBody<BackupCodeBody>
{
    public static JsonTypeInfo<BackupCodeBody> Json => BodyJson.Default.BackupCodeBody;

    public static IReadOnlyList<RequiredField<BackupCodeBody>> Required { get; } = [new("code", body => body.Code)];

    public CodeInput? Code { get; init; }

    public bool RememberBrowser { get; init; }
}

/// <summary>A device to bind.</summary>
internal sealed record BindingBody : IRequestBody<BindingBody>
{
    public static JsonTypeInfo<BindingBody> Json => BodyJson.Default.BindingBody;

    public static IReadOnlyList<RequiredField<BindingBody>> Required { get; } = [new("token", body => body.Token), new("key", body => body.Key), new("name", body => body.Name), new("signature", body => body.Signature)];

    public string? Token { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public PushAddress? Address { get; init; }

    public string? Signature { get; init; }

    /// <summary>The name alone: who has the token can bind a device.</summary>
    public override string ToString() => $"BindingBody {{ Name = {Name} }}";
}

/// <summary>A device asks what waits.</summary>
internal sealed record PromptBody : IRequestBody<PromptBody>
{
    public static JsonTypeInfo<PromptBody> Json => BodyJson.Default.PromptBody;

    public static IReadOnlyList<RequiredField<PromptBody>> Required { get; } = [new("device", body => body.Device), new("at", body => body.At), new("signature", body => body.Signature)];

    public DeviceId? Device { get; init; }

    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? At { get; init; }

    public string? Signature { get; init; }
}

/// <summary>The owner's answer on a device.</summary>
internal sealed record PromptAnswerBody : IRequestBody<PromptAnswerBody>
{
    public static JsonTypeInfo<PromptAnswerBody> Json => BodyJson.Default.PromptAnswerBody;

    public static IReadOnlyList<RequiredField<PromptAnswerBody>> Required { get; } = [new("device", body => body.Device), new("challenge", body => body.Challenge), new("decision", body => body.Decision), new("number", body => body.Number), new("signature", body => body.Signature)];

    public DeviceId? Device { get; init; }

    public ChallengeId? Challenge { get; init; }

    [JsonConverter(typeof(DecisionWords))]
    public PromptDecision? Decision { get; init; }

    public CodeInput? Number { get; init; }

    public string? Signature { get; init; }
}

/// <summary>Where a device is reached from now on.</summary>
internal sealed record AddressBody : IRequestBody<AddressBody>
{
    public static JsonTypeInfo<AddressBody> Json => BodyJson.Default.AddressBody;

    public static IReadOnlyList<RequiredField<AddressBody>> Required { get; } = [new("device", body => body.Device), new("at", body => body.At), new("signature", body => body.Signature)];

    public DeviceId? Device { get; init; }

    public PushAddress? Address { get; init; }

    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? At { get; init; }

    public string? Signature { get; init; }
}
