using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>check</c>.</summary>
internal sealed record CheckJson(bool Valid, IReadOnlyList<PolicyErrorJson> Errors)
{
    public static CheckJson Of(IReadOnlyList<PolicyError> errors) =>
        new(errors.Count == 0, [.. errors.Select(error => new PolicyErrorJson(error.Path, error.Line, error.Message))]);
}

/// <summary>One error of a policy file.</summary>
internal sealed record PolicyErrorJson(string Path, int? Line, string Message);

[JsonSerializable(typeof(CheckJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
