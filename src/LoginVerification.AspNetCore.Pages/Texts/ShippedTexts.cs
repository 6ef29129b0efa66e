using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace LoginVerification.Pages;

/// <summary>
/// The texts that come with the package, each language a resource of its own. They are no satellite assemblies: those need culture data, which a host may have
/// left out (<c>InvariantGlobalization</c>).
/// </summary>
internal static class ShippedTexts
{
    public const string English = "en";

    private static readonly FrozenDictionary<string, Lazy<FrozenDictionary<string, string>>> Languages = new Dictionary<string, Lazy<FrozenDictionary<string, string>>>
    {
        [English] = new(() => Read(English, "English")),
        ["he"] = new(() => Read("he", "Hebrew")),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> All => Languages.Keys;

    public static bool Has(string language) => Languages.ContainsKey(language);

    public static FrozenDictionary<string, string> Of(string language) => Languages[language].Value;

    public static string? Find(string language, string key) =>
        Languages.TryGetValue(language, out var texts) && texts.Value.TryGetValue(key, out var text) ? text : null;

    private static FrozenDictionary<string, string> Read(string language, string name)
    {
        var assembly = typeof(ShippedTexts).Assembly;
        var resources = new ResourceManager($"LoginVerification.Pages.Texts.{name}", assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        using var countries = assembly.GetManifestResourceStream($"countries.{language}.json")!;
        return resources.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!))
            .Concat(JsonSerializer.Deserialize<Dictionary<string, string>>(countries)!.Select(country => KeyValuePair.Create($"Country.{country.Key}", country.Value)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
