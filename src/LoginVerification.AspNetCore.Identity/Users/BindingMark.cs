using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification;

/// <summary>What protects a log-in, as one text that changes when it does: the number, the channel, the devices while the app is asked. It tells none of them.</summary>
/// <param name="IsEnabled">Whether verification is enabled.</param>
/// <param name="Hash">Of the rest; empty for an account without a verified number.</param>
internal sealed record BindingMark(bool IsEnabled, string Hash)
{
    private const string On = "on:";
    private const string Off = "off:";

    public static BindingMark Of(Enrolment? enrolment) => enrolment is { Phone: { } phone, Id: { } id }
        ? new(enrolment.ActiveChannel is not null, HashOf([
            id.ToString(),
            phone.Details.Number.E164,
            phone.VerifiedAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
            enrolment.ActiveChannel?.ToString() ?? "",
            // While codes go by SMS a device approves nothing: whoever adds one goes on in the same session.
            .. enrolment.ActiveChannel is VerificationChannel.AppPush ? enrolment.Devices.Select(device => device.Id.Hex) : [],
        ]))
        : new(false, "");

    public static BindingMark? Parse(string? text) => text switch
    {
        null => null,
        _ when text.StartsWith(On, StringComparison.Ordinal) => new(true, text[On.Length..]),
        _ => new(false, text.StartsWith(Off, StringComparison.Ordinal) ? text[Off.Length..] : text),
    };

    public override string ToString() => (IsEnabled ? On : Off) + Hash;

    private static string HashOf(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
