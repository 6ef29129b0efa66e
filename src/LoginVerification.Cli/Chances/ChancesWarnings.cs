using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What users should know of chances beside the figures.</summary>
internal static class ChancesWarnings
{
    public static IReadOnlyList<string> Of(ChancesRequest request, IEnumerable<EnrolmentChance> rows) =>
        [.. CarrierWords.Unnamed(request.Policy, request.Country, request.Carrier) is { } unnamed ? [unnamed] : (string[])[], .. OfLoss(rows)];

    private static IReadOnlyList<string> OfLoss(IEnumerable<EnrolmentChance> rows)
    {
        var kept = rows.Where(row => row.SmsLoss != row.StatedSmsLoss).Select(row => row.Numbers).Distinct().ToList();
        return kept.Count == 0 ? [] : [$"--loss says nothing here: {string.Join("; ", kept)}. By smsDelivery of the policy every SMS to them arrives. Name them there as uncertain, or write --loss 0."];
    }
}
