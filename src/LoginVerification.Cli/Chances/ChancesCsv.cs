using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Chances in CSV: a line for each surface and kind of number. Shares are of 1.</summary>
internal static class ChancesCsv
{
    public static string Write(IEnumerable<EnrolmentChance> rows) =>
        Csv.Write(["surface", "numbers", "enrolled", "gaveUp", "stuck", "steps", "sms", "cost", "costPerEnrolled", "device", "smsLoss"], rows.Select(Fields));

    private static IEnumerable<string> Fields(EnrolmentChance row) =>
    [
        row.From.Name, row.Numbers,
        .. new double?[] { row.Enrolled, row.GaveUp, row.Stuck, row.Steps, row.Sms, row.Cost, row.CostPerEnrolled }.Select(Of),
        row.HasDevice switch { true => "true", false => "false", null => "" }, Of(row.SmsLoss),
    ];

    private static string Of(double? figure) => figure?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
