using System.Text.RegularExpressions;

namespace LoginVerification;

/// <summary>Something that a policy of the right shape gets wrong.</summary>
internal sealed partial record PolicyFailure(string Path, string Message, FailureBasis Basis = FailureBasis.Itself)
{
    /// <summary>Whether it may be nothing but a consequence of errors in the file's shape, which were mended to go on.</summary>
    public bool FollowsFrom(IReadOnlyCollection<PolicyError> shapeErrors) => shapeErrors.Any(error => FollowsFrom(error.Path));

    private bool FollowsFrom(string broken) =>
        JsonPath.Contains(Path, broken)
        || (Basis.HasFlag(FailureBasis.Names) && PlacesOfNames().IsMatch(broken))
        || (Basis.HasFlag(FailureBasis.Surfaces) && Touches(broken, "$.surfaces"))
        || (Basis.HasFlag(FailureBasis.Rules) && Touches(broken, "$.rules"));

    private static bool Touches(string broken, string area) => JsonPath.Contains(area, broken) || JsonPath.Contains(broken, area);

    [GeneratedRegex(@"^\$(\.surfaces(\[\d+\](\.name|\.screens(\[\d+\](\.name)?)?)?)?)?$")]
    private static partial Regex PlacesOfNames();
}
