using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Policies;

/// <summary>The shapes of a policy, generated at compile time, so that they survive trimming; <see cref="PolicyJson"/> completes them.</summary>
[JsonSerializable(typeof(PolicyDocument))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext;
