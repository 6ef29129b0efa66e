using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>The code of <c>docs/chances.md</c>, as it stands there.</summary>
internal static class ChancesSnippets
{
    public static EnrolmentChance Find()
    {
        #region chances
        var chances = EnrolmentChances.Of(ShippedPolicies.Load("twitter-2014"), new EnrolmentBehaviour
        {
            SmsLoss = 0.02,
            SmsLossIn = new Dictionary<CountryCode, double> { [CountryCode.Parse("IL")] = 0.1 },
            Weights = new MoveWeights { HiddenLink = 0.2 },
        });
        var israeli = chances.Find(Surface.Parse("web"), CountryCode.Parse("IL"));
        Console.WriteLine($"{israeli.Enrolled:P1} after {israeli.Steps:F1} steps; most are lost on {israeli.Leavings[0].Screen}: {israeli.Leavings[0].Refusal}");
        #endregion
        return israeli;
    }
}
