using System.Text.Json.Serialization;

namespace LoginVerification.Engine;

/// <summary>The shapes of stored documents, generated at compile time, so that they survive trimming; <see cref="StoredJson"/> completes them.</summary>
[JsonSerializable(typeof(StoredEnrolment))]
[JsonSerializable(typeof(StoredEvent))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
