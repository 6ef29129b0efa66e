using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Secrecy.Tests;

/// <summary>What a host that is compiled ahead of time writes for its answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EnrolmentResult))]
[JsonSerializable(typeof(EnrolmentStatus))]
[JsonSerializable(typeof(LoginRequirement))]
[JsonSerializable(typeof(SignInStart))]
// Two answers are called so: the generator wants to be told which is which.
[JsonSerializable(typeof(SignInStart.Blocked), TypeInfoPropertyName = "SignInStartBlocked")]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(DeviceToken))]
[JsonSerializable(typeof(DeviceResult))]
[JsonSerializable(typeof(PromptResult))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
