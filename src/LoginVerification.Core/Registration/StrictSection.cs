using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LoginVerification;

/// <summary>
/// Reads settings from a section of the host's configuration: each key into its setting, and nothing left over. What is wrong is noted for the
/// check at start; a value is repeated nowhere, for it may be a secret.
/// </summary>
internal sealed class StrictSection(IConfigurationSection section, IList<string> errors)
{
    private readonly Dictionary<string, Action<IConfigurationSection>> readers = new(StringComparer.OrdinalIgnoreCase);

    public StrictSection Text(string key, Action<string> set) => With(key, entry =>
    {
        if (entry.Value is { } text)
            set(text);
        else
            Refuse(entry, "is no text");
    });

    public StrictSection Texts(string key, IList<string> list) => With(key, entry =>
    {
        var items = entry.GetChildren().ToList();
        if (entry.Value is { Length: > 0 } || items.Any(item => item.Value is null))
            Refuse(entry, "is no list of texts");
        foreach (var item in items.Where(item => item.Value is not null))
            list.Add(item.Value!);
    });

    public StrictSection Address(string key, Action<Uri> set) => With(key, entry =>
    {
        if (Uri.TryCreate(entry.Value, UriKind.Absolute, out var address))
            set(address);
        else
            Refuse(entry, "is no address. Write it whole, with https://");
    });

    public StrictSection YesOrNo(string key, Action<bool> set) => With(key, entry =>
    {
        if (bool.TryParse(entry.Value, out var yes))
            set(yes);
        else
            Refuse(entry, "is neither true nor false");
    });

    public StrictSection Number(string key, Action<int> set) => With(key, entry =>
    {
        if (int.TryParse(entry.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            set(number);
        else
            Refuse(entry, "is no whole number");
    });

    /// <summary>Keys of ciphers in base64, each under its id.</summary>
    public StrictSection Keys(string key, IDictionary<string, byte[]> keys) => Each(key, "an id below it, and the key in base64 as its value", entry =>
    {
        // Half a key would be too short to notice anything but that.
        var bytes = new byte[entry.Value?.Length ?? 0];
        if (entry.Value is null || !Convert.TryFromBase64String(entry.Value, bytes, out var length))
            Refuse(entry, "is no base64. Write the key as Convert.ToBase64String gives it");
        else
            keys[entry.Key] = bytes[..length];
    });

    /// <summary>Entries whose keys are the host's own.</summary>
    public StrictSection Each(string key, string what, Action<IConfigurationSection> read) => With(key, entries =>
    {
        if (entries.Value is { Length: > 0 })
            Refuse(entries, $"holds a value. Write {what}");
        foreach (var entry in entries.GetChildren())
            read(entry);
    });

    /// <summary>Without a colon a number would be read as days.</summary>
    public StrictSection Wait(string key, Action<TimeSpan> set) => With(key, entry =>
    {
        if (entry.Value is { } text && text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var wait))
            set(wait);
        else
            Refuse(entry, "is no duration. Write hh:mm:ss, for example 00:00:10");
    });

    public void Read()
    {
        if (!section.Exists())
            Refuse(section, "is not in the configuration");
        if (section.Value is { Length: > 0 })
            Refuse(section, $"holds a value. Write {string.Join(", ", readers.Keys)} below it");
        foreach (var entry in section.GetChildren())
        {
            if (readers.TryGetValue(entry.Key, out var read))
                read(entry);
            else
                Refuse(entry, $"is no setting. There are {string.Join(", ", readers.Keys)}");
        }
    }

    private StrictSection With(string key, Action<IConfigurationSection> read)
    {
        readers.Add(key, read);
        return this;
    }

    private void Refuse(IConfigurationSection entry, string why) => errors.Add($"{entry.Path} {why}.");
}
