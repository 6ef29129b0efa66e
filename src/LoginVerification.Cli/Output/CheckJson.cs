namespace LoginVerification.Cli;

/// <summary>The answer of <c>check</c>.</summary>
internal sealed record CheckJson(bool Valid, IReadOnlyList<PolicyErrorJson> Errors)
{
    public static CheckJson Of(PolicyReading reading) =>
        new(reading.IsValid, [.. reading.Errors.Select(error => new PolicyErrorJson(error.Path, error.Line, error.Message))]);
}
