using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Secrecy.Tests;

/// <summary>What a host that is compiled ahead of time writes for its answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EnrolmentResult))]
[JsonSerializable(typeof(EnrolmentStatus))]
[JsonSerializable(typeof(LoginRequirement))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
