using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Policies;

/// <summary>A length of time in ISO 8601: <c>PT10M</c>. Months and years have no fixed length and are refused.</summary>
internal sealed class DurationForm : ITextForm<Duration>
{
    private const string Mend = "Write an ISO 8601 duration in weeks, days, hours, minutes or seconds: \"PT30S\", \"PT10M\", \"PT24H\", \"P7D\".";

    public string? Complaint(string text) => Read(text) is null
        ? HasMonths(text) ? $"{Words.Quote(text)} has years or months, whose length is not fixed. {Mend}" : $"{Words.Quote(text)} is no length of time. {Mend}"
        : null;

    public Duration Parse(string text) => Read(text)!.Value;

    public string Write(Duration value)
    {
        var seconds = value.Seconds + (value.SubsecondNanoseconds / 1_000_000_000m);
        var time = $"{Part(value.Hours, 'H')}{Part(value.Minutes, 'M')}{Part(seconds, 'S')}";
        return value == Duration.Zero ? "PT0S" : $"P{Part(value.Days, 'D')}{(time.Length > 0 ? "T" : "")}{time}";
    }

    private static Duration? Read(string text)
    {
        if (!PeriodPattern.NormalizingIso.Parse(text).TryGetValue(Period.Zero, out var period) || period.Years != 0 || period.Months != 0)
            return null;
        try
        {
            return period.ToDuration();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Part(decimal amount, char unit) =>
        amount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{amount:0.#########}{unit}");

    private static bool HasMonths(string text) =>
        PeriodPattern.NormalizingIso.Parse(text).TryGetValue(Period.Zero, out var period) && (period.Years != 0 || period.Months != 0);
}
