using System.Text.Json.Nodes;

namespace LoginVerification;

/// <summary>A country by its two letters, in upper case.</summary>
internal sealed class CountryForm : ITextForm<CountryCode>
{
    public string? Complaint(string text) => KnownCountries.Complaint(text);

    public CountryCode Parse(string text) => new(text);

    public string Write(CountryCode value) => value.Value;

    public JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = KnownCountries.Pattern };
}
