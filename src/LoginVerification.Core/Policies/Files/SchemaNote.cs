using System.Text.Json.Nodes;

namespace LoginVerification;

/// <summary>What the schema says of one key besides its type.</summary>
/// <param name="Text">The description.</param>
/// <param name="Constrain">Adds what bounds the value; null where nothing does, or where JSON Schema has no word for it.</param>
internal sealed record SchemaNote(string Text, Action<JsonObject>? Constrain = null);
