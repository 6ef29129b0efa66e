using LoginVerification.Exploration;

namespace LoginVerification.Docs.Tests;

/// <summary>A verdict that a change of the policy turns over, as the page writes it.</summary>
internal static class Flip
{
    public static string Of(VerdictChange change) => $"{change.Property} {Letter(change.Left)}→{Letter(change.Right)}";

    private static char Letter(Verdict verdict) => verdict switch
    {
        Verdict.Proved => 'P',
        Verdict.Violated => 'X',
        Verdict.Vacuous => 'V',
        _ => '?',
    };
}
