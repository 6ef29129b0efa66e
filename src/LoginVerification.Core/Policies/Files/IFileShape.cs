using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Policies;

/// <summary>A value with a JSON form of its own, which the checker and the schema have to know.</summary>
internal interface IFileShape
{
    /// <summary>Whether the JSON can be read; if not, says why, where.</summary>
    bool Check(JsonElement value, string path, Action<string, string> report);

    JsonObject Schema();
}
