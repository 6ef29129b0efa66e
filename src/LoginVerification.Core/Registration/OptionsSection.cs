using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LoginVerification;

/// <summary>Reads the wiring from a section of the host's configuration: strictly, and without repeating what may be a key.</summary>
internal sealed class OptionsSection(IConfigurationSection section)
{
    private LoginVerificationOptions options = null!;

    public void ReadInto(LoginVerificationOptions read)
    {
        options = read;
        if (!section.Exists())
            Refuse(section, "is not in the configuration. Name the section that has SmsHost and CodeKeys");
        foreach (var entry in section.GetChildren())
            Read(entry);
    }

    private void Read(IConfigurationSection entry)
    {
        switch (entry.Key.ToUpperInvariant())
        {
            case "SMSHOST": options.SmsHost = Text(entry); break;
            case "CURRENTCODEKEY": options.CurrentCodeKey = Text(entry); break;
            case "CODEKEYS": ReadKeys(entry); break;
            case "SMSTEXTS": ReadTexts(entry); break;
            case "OUTBOXLEASE": options.OutboxLease = Wait(entry, options.OutboxLease); break;
            case "FIRSTRETRY": options.FirstRetry = Wait(entry, options.FirstRetry); break;
            case "LONGESTRETRY": options.LongestRetry = Wait(entry, options.LongestRetry); break;
            case "SENDATTEMPTS": options.SendAttempts = Number(entry, options.SendAttempts); break;
            case "SENDWAIT": options.SendWait = Wait(entry, options.SendWait); break;
            case "SENDSSIDEBYSIDE": options.SendsSideBySide = Number(entry, options.SendsSideBySide); break;
            case "PORTDEADLINE": options.PortDeadline = Wait(entry, options.PortDeadline); break;
            default: Refuse(entry, "is no option. docs/options.md lists them"); break;
        }
    }

    private void ReadKeys(IConfigurationSection keys)
    {
        RefuseValue(keys, "Write an id below it, and the key in base64 as its value");
        foreach (var key in keys.GetChildren())
        {
            // Half a key would be too short to notice anything but that; what it holds is repeated nowhere.
            var bytes = new byte[key.Value?.Length ?? 0];
            if (key.Value is null || !Convert.TryFromBase64String(key.Value, bytes, out var length))
                Refuse(key, "is no base64. Write the key as Convert.ToBase64String gives it");
            else
                options.CodeKeys[key.Key] = bytes[..length];
        }
    }

    private void ReadTexts(IConfigurationSection texts)
    {
        RefuseValue(texts, "Write a language below it, and Code and NumberReplaced below that");
        foreach (var language in texts.GetChildren())
        {
            RefuseValue(language, "Write Code and NumberReplaced below it");
            foreach (var unknown in language.GetChildren().Where(entry => !IsNamed(entry, nameof(SmsTexts.Code)) && !IsNamed(entry, nameof(SmsTexts.NumberReplaced))))
                Refuse(unknown, "is no text. A language has Code and NumberReplaced");
            options.SmsTexts[language.Key] = new SmsTexts(language[nameof(SmsTexts.Code)]!, language[nameof(SmsTexts.NumberReplaced)]!);
        }
    }

    private string Text(IConfigurationSection entry)
    {
        if (entry.Value is null)
            Refuse(entry, "is no text");
        return entry.Value ?? "";
    }

    /// <summary>Without a colon a number would be read as days.</summary>
    private TimeSpan Wait(IConfigurationSection entry, TimeSpan otherwise)
    {
        if (entry.Value is { } text && text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var wait))
            return wait;
        Refuse(entry, "is no duration. Write hh:mm:ss, for example 00:00:30");
        return otherwise;
    }

    private int Number(IConfigurationSection entry, int otherwise)
    {
        if (int.TryParse(entry.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Refuse(entry, "is no whole number");
        return otherwise;
    }

    private static bool IsNamed(IConfigurationSection entry, string name) => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void RefuseValue(IConfigurationSection entry, string mend)
    {
        if (entry.Value is { Length: > 0 })
            Refuse(entry, $"holds a value. {mend}");
    }

    private void Refuse(IConfigurationSection entry, string why) => options.SectionErrors.Add($"{entry.Path} {why}.");
}
