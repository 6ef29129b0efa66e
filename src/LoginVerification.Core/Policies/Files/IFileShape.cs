using System.Text.Json;

namespace LoginVerification.Policies;

/// <summary>A value with a JSON form of its own, which the checker has to know.</summary>
internal interface IFileShape
{
    /// <summary>Whether the JSON can be read; if not, says why, where.</summary>
    bool Check(JsonElement value, string path, Action<string, string> report);
}
