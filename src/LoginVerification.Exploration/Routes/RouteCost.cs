namespace LoginVerification.Exploration;

/// <summary>
/// What makes one way better than another: fewer steps, then fewer links outside the page, then fewer hidden ones, then fewer steps on
/// other surfaces, and at last which was found first, so that the answer is the same always.
/// </summary>
internal readonly record struct RouteCost(int Steps, int Outside, int Hidden, int Away, int Found) : IComparable<RouteCost>
{
    public int CompareTo(RouteCost other) =>
        (Steps, Outside, Hidden, Away, Found).CompareTo((other.Steps, other.Outside, other.Hidden, other.Away, other.Found));

    public RouteCost Then(LinkKind? link, bool isAway, int found) => new(
        Steps + 1,
        Outside + (link is LinkKind.External ? 1 : 0),
        Hidden + (link is LinkKind.Hidden ? 1 : 0),
        Away + (isAway ? 1 : 0),
        found);
}
