namespace LoginVerification.Exploration;

/// <summary>Users who begin with some numbers, with a device or without, and what becomes of them.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Chain">Their chain.</param>
/// <param name="Chance">What becomes of them.</param>
internal sealed record SolvedStart(NumberGroup Numbers, UserChain Chain, EnrolmentChance Chance)
{
    /// <summary>Less than this is rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>They in words, as they are told apart in a survey.</summary>
    public string Name => $"{Numbers.Name}{Chance.HasDevice switch { true => ", with a device", false => ", without a device", null => "" }}";

    /// <summary>Whether others fare alike, as far as figures tell.</summary>
    public bool FaresAs(SolvedStart other) => Figures(Chance).Zip(Figures(other.Chance)).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding * Math.Max(1, pair.First));

    private static double[] Figures(EnrolmentChance chance) => [chance.Enrolled, chance.GaveUp, chance.Stuck, chance.Steps, chance.Sms];
}
