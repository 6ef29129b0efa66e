using System.Text.Json.Nodes;

namespace LoginVerification;

/// <summary>A carrier by name.</summary>
internal sealed class CarrierForm : ITextForm<Carrier>
{
    public string? Complaint(string text) =>
        string.IsNullOrWhiteSpace(text) ? "A carrier's name is blank. Write the name or take the entry out."
        : text.Trim().Length > Carrier.MaxLength ? $"{Words.Quote(text)} is longer than the {Carrier.MaxLength} characters that a carrier's name may have. Shorten it."
        : null;

    public Carrier Parse(string text) => new(text);

    public string Write(Carrier value) => value.Name;

    public JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Carrier.MaxLength };
}
