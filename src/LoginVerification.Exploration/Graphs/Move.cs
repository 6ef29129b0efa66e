namespace LoginVerification.Exploration;

/// <summary>
/// What leads from one state of the product to the next, as a number: an input of the table, an accident of the world, or a trail of the page.
/// </summary>
internal static class Move
{
    /// <summary>The most inputs by which something can happen: one bit each.</summary>
    public const int MostInputs = 64;

    public const int MessageArrives = MostInputs;
    public const int MessageIsLost = MostInputs + 1;
    public const int DeviceIsLost = MostInputs + 2;
    public const int FirstTrail = MostInputs + 3;

    /// <summary>More moves than any state has.</summary>
    public const int Most = FirstTrail + PolicyLimits.MaxLinks + PolicyLimits.MaxSurfaces;
}
