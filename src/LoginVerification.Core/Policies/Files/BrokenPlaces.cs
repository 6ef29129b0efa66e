using System.Text.RegularExpressions;

namespace LoginVerification.Policies;

/// <summary>Where the shape of a file is wrong and was mended to go on, so that some failures may be nothing but a consequence.</summary>
internal sealed partial class BrokenPlaces
{
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly FailureBasis doubtful;
    private readonly bool isAll;

    public BrokenPlaces(IEnumerable<string> mended)
    {
        foreach (var path in mended)
        {
            isAll |= path == JsonPath.Root;
            doubtful |= Doubts(path);
            for (var place = path; place is not null && broken.Add(place);)
                place = JsonPath.Parent(place);
        }
    }

    /// <summary>Whether the failure may follow from what was mended: at its place, inside it, or in what it was concluded from.</summary>
    public bool Explain(PolicyFailure failure) => isAll || broken.Contains(failure.Path) || (failure.Basis & doubtful) != 0;

    private static FailureBasis Doubts(string path) =>
        (Name().IsMatch(path) ? FailureBasis.Names | FailureBasis.Targets | FailureBasis.Offers : 0)
        | (Target().IsMatch(path) ? FailureBasis.Targets : 0)
        | (Offer().IsMatch(path) ? FailureBasis.Offers : 0)
        | (JsonPath.Contains("$.accountAttributes", path) ? FailureBasis.Attributes : 0)
        | (JsonPath.Contains("$.rules", path) ? FailureBasis.Rules : 0);

    [GeneratedRegex(@"^\$\.surfaces(\[\d+\](\.name|\.screens(\[\d+\](\.name)?)?)?)?$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\$\.surfaces\[.*(\.home|\.then|\.to|\.(links|actions)(\[\d+\])?)$")]
    private static partial Regex Target();

    [GeneratedRegex(@"^\$\.surfaces\[.*(\.action|\.actions(\[\d+\])?)$")]
    private static partial Regex Offer();
}
