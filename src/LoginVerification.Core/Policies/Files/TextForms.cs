using System.Collections.Frozen;
using System.Text.Json;

namespace LoginVerification.Policies;

/// <summary>A country by its two letters, in upper case.</summary>
internal sealed class CountryForm : ITextForm<CountryCode>
{
    public string? Complaint(string text) => KnownCountries.Complaint(text);

    public CountryCode Parse(string text) => CountryCode.Parse(text);

    public string Write(CountryCode value) => value.Value;
}

/// <summary>A carrier by name.</summary>
internal sealed class CarrierForm : ITextForm<Carrier>
{
    public string? Complaint(string text) =>
        string.IsNullOrWhiteSpace(text) ? "A carrier's name is blank. Write the name or take the entry out."
        : text.Trim().Length > Carrier.MaxLength ? $"{Words.Quote(text)} is longer than the {Carrier.MaxLength} characters that a carrier's name may have. Shorten it."
        : null;

    public Carrier Parse(string text) => Carrier.Parse(text);

    public string Write(Carrier value) => value.Name;
}

/// <summary>A surface by name.</summary>
internal sealed class SurfaceForm : ITextForm<Surface>
{
    public string? Complaint(string text) => PolicyNames.Complaint(text);

    public Surface Parse(string text) => Surface.Parse(text);

    public string Write(Surface value) => value.Name;
}

/// <summary>One word of a fixed list: the members of an enum.</summary>
internal sealed class WordForm<T>(JsonNamingPolicy? naming = null) : ITextForm<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> words =
        Enum.GetValues<T>().ToFrozenDictionary(value => naming?.ConvertName(value.ToString()) ?? value.ToString(), StringComparer.Ordinal);

    private readonly string[] inOrder = [.. Enum.GetNames<T>().Select(name => naming?.ConvertName(name) ?? name)];

    public string? Complaint(string text) =>
        words.ContainsKey(text) ? null : $"{Words.Quote(text)} is not known here.{Words.DidYouMean(text, inOrder)} Write one of: {string.Join(", ", inOrder)}.";

    public T Parse(string text) => words[text];

    public string Write(T value) => naming?.ConvertName(value.ToString()) ?? value.ToString();
}
