using System.Text.Json.Nodes;

namespace LoginVerification;

/// <summary>A surface by name.</summary>
internal sealed class SurfaceForm : ITextForm<Surface>
{
    public string? Complaint(string text) => PolicyNames.Complaint(text);

    public Surface Parse(string text) => new(text);

    public string Write(Surface value) => value.Name;

    public JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = PolicyNames.Pattern };
}
