using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>check</c>.</summary>
internal sealed record CheckJson(bool Valid, IReadOnlyList<PolicyErrorJson> Errors, IReadOnlyList<PolicyErrorJson> Warnings)
{
    public static CheckJson Of(IReadOnlyList<PolicyError> errors, IReadOnlyList<PolicyError> warnings) => new(errors.Count == 0, All(errors), All(warnings));

    private static IReadOnlyList<PolicyErrorJson> All(IReadOnlyList<PolicyError> errors) => [.. errors.Select(error => new PolicyErrorJson(error.Path, error.Line, error.Message))];
}

/// <summary>One error or warning of a policy file.</summary>
internal sealed record PolicyErrorJson(string Path, int? Line, string Message);

[JsonSerializable(typeof(CheckJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
