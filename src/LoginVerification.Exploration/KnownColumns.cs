namespace LoginVerification.Exploration;

/// <summary>The columns of tables, remembered for the process: to choose them takes a moment, and many policies have the same sample. Thread-safe.</summary>
internal static class KnownColumns
{
    private static readonly RecentValues<EnrolmentLimits, IReadOnlySet<string>> Distinguishing = new(16, _ => true);

    /// <summary>The columns of a table of limits, for so many numbers.</summary>
    public static Input[] Of(EnrolmentLimits limits, int numbers)
    {
        var sample = Columns.SampleOf(limits);
        return Columns.For(limits, numbers, Distinguishing.GetOrMake(sample, () => Columns.Distinguishing(sample, PolicyProperties.Observers), CancellationToken.None));
    }
}
