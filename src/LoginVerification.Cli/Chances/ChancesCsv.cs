using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Chances in CSV: a line for each surface and kind of number, which says last what it is the answer of. Shares are of 1.</summary>
internal static class ChancesCsv
{
    public static string Write(ChancesRequest request, IEnumerable<EnrolmentChance> rows)
    {
        string[] record = [$"{request.Behaviour}", $"{request.Behaviour.Weights}", request.Policy.Name, PolicyFile.Digest(request.Policy.Document), Provenance.Version];
        return Csv.Write(
            ["surface", "numbers", "enrolled", "gaveUp", "stuck", "steps", "sms", "cost", "costPerEnrolled", "device", "account", "smsLoss", "behaviour", "weights", "policy", "policyDigest", "version"],
            rows.Select(row => Fields(row).Concat(record)));
    }

    private static IEnumerable<string> Fields(EnrolmentChance row) =>
    [
        row.From.Name, row.Numbers,
        .. new double?[] { row.Enrolled, row.GaveUp, row.Stuck, row.Steps, row.Sms, row.Cost, row.CostPerEnrolled }.Select(Of),
        row.HasDevice switch { true => "true", false => "false", null => "" }, AccountWords.Of(row.Account), Of(row.SmsLoss),
    ];

    private static string Of(double? figure) => figure?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
