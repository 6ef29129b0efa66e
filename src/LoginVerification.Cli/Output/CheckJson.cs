namespace LoginVerification.Cli;

/// <summary>The answer of <c>check</c>.</summary>
internal sealed record CheckJson(bool Valid, IReadOnlyList<PolicyErrorJson> Errors)
{
    public static CheckJson Of(IReadOnlyList<PolicyError> errors) =>
        new(errors.Count == 0, [.. errors.Select(error => new PolicyErrorJson(error.Path, error.Line, error.Message))]);
}
