using System.Text.Json.Serialization;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>What a settings page shows. What the host left unanswered is the host's own matter.</summary>
internal sealed record StatusAnswer(
    EnrolmentState State,
    string? Phone,
    string? PendingPhone,
    CodeDelivery? CodeDelivery,
    VerificationChannel? ActiveChannel,
    bool NeedsReverification,
    ValueList<DeviceStatus> Devices,
    int? BackupCodesLeft,
    ValueList<ActionStatus> Actions,
    ValueList<InAppNotice> InAppNotices,
    ValueList<CountryCode> Countries)
{
    public static StatusAnswer Of(EnrolmentStatus status) => new(
        status.State,
        status.Phone,
        status.PendingPhone,
        status.CodeDelivery,
        status.ActiveChannel,
        status.NeedsReverification,
        status.Devices,
        status.BackupCodesLeft,
        status.Actions,
        status.InAppNotices,
        status.ServedCountries);
}

/// <summary>A command was carried out.</summary>
internal sealed record CommandAnswer(EnrolmentState State, bool Replayed, CodeDelivery? CodeDelivery)
{
    public static CommandAnswer Of(EnrolmentResult result) => new(result.State, result.Replayed, result.CodeDelivery);
}

/// <summary>The backup codes, once. An answer that is told again has none.</summary>
internal sealed record BackupCodesAnswer(EnrolmentState State, bool Replayed, IReadOnlyList<string> Codes)
{
    public static BackupCodesAnswer Of(EnrolmentResult result) => new(result.State, result.Replayed, [.. result.BackupCodes.Select(code => code.Text)]);

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(backup codes)";
}

/// <summary>What binds one device.</summary>
internal sealed record DeviceTokenAnswer(string Token, [property: JsonConverter(typeof(InstantJsonConverter))] Instant ExpiresAt)
{
    /// <summary>A fixed text.</summary>
    public override string ToString() => "(device token)";
}

/// <summary>What another site cannot know, and the header that it belongs into.</summary>
internal sealed record AntiforgeryAnswer(string Token, string HeaderName);

/// <summary>A sign-in that was begun. Its challenge stays out: it is the secret of the browser, whose session has it.</summary>
internal sealed record SignInStartAnswer(bool SignedIn, SignInQuestion? Question)
{
    public static SignInStartAnswer LetIn { get; } = new(true, null);

    public static SignInStartAnswer Of(SignInChallenge challenge) => new(false, new SignInQuestion(challenge.Channel, challenge.ExpiresAt)
    {
        Phone = challenge.Phone,
        NumberToMatch = challenge.NumberToMatch?.Text,
        Delivery = challenge.Delivery,
        WithoutPhone = challenge.WithoutPhone,
    });
}

/// <summary>What the page of a sign-in shows: <see cref="SignInChallenge"/> without its id, and with the number to match in clear.</summary>
internal sealed record SignInQuestion(VerificationChannel Channel, [property: JsonConverter(typeof(InstantJsonConverter))] Instant ExpiresAt)
{
    public string? Phone { get; init; }

    public string? NumberToMatch { get; init; }

    public CodeDelivery? Delivery { get; init; }

    public ValueList<WayOut> WithoutPhone { get; init; } = [];

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(sign-in)";
}

/// <summary>A browser was let in.</summary>
internal sealed record SignedInAnswer(SignInMethod Method, int? BackupCodesLeft);

/// <summary>A device of the account's.</summary>
internal sealed record DeviceAnswer(DeviceId Device);

/// <summary>What a device shows, or null where nothing waits.</summary>
internal sealed record PromptAnswer(SignInPrompt? Prompt);
