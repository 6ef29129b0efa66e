using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Http;

/// <summary>How answers are written, whatever the host set for its own.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(BackupCodesAnswer))]
[JsonSerializable(typeof(DeviceTokenAnswer))]
[JsonSerializable(typeof(AntiforgeryAnswer))]
[JsonSerializable(typeof(SignInStartAnswer))]
[JsonSerializable(typeof(SignedInAnswer))]
[JsonSerializable(typeof(DeviceAnswer))]
[JsonSerializable(typeof(PromptAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class AnswerJson : JsonSerializerContext;
