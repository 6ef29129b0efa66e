namespace LoginVerification.Exploration;

/// <summary>
/// What makes one way better than another: fewer steps, then fewer external links, then fewer hidden ones, then fewer steps on
/// other surfaces, and at last which was found first, so that the answer is the same always.
/// </summary>
internal readonly record struct RouteCost(int Steps, int External, int Hidden, int Away, int Found) : IComparable<RouteCost>
{
    public int CompareTo(RouteCost other) =>
        (Steps, External, Hidden, Away, Found).CompareTo((other.Steps, other.External, other.Hidden, other.Away, other.Found));

    public RouteCost Then(LinkKind? link, bool isAway, int found) => new(
        Steps + 1,
        External + (link is LinkKind.External ? 1 : 0),
        Hidden + (link is LinkKind.Hidden ? 1 : 0),
        Away + (isAway ? 1 : 0),
        found);
}
