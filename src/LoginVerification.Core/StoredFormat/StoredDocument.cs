using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LoginVerification.Engine;

/// <summary>A document as it is stored. It says what it is, and in which version of that type; <see cref="StoredVersions"/> knows which there are.</summary>
/// <typeparam name="T">What it is in the domain.</typeparam>
internal abstract record StoredDocument<T>
{
    [JsonPropertyOrder(-4), JsonRequired]
    public string Type { get; init; } = "";

    [JsonPropertyName("v"), JsonPropertyOrder(-3), JsonRequired]
    public int Format { get; init; }

    /// <summary>What the document says, in the types of today. The record of an older version makes today's out of its own here.</summary>
    public abstract T ToDomain();
}

/// <summary>One version of one type of document.</summary>
/// <param name="Type">The type, as documents name it.</param>
/// <param name="Version">The version of that type.</param>
/// <param name="Shape">The record that holds it.</param>
internal sealed record StoredVersion(string Type, int Version, JsonTypeInfo Shape);
