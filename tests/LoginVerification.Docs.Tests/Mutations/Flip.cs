using LoginVerification.Exploration;

namespace LoginVerification.Docs.Tests;

/// <summary>A verdict that a change of the policy turns over.</summary>
internal sealed record Flip(string Property, Verdict From, Verdict To)
{
    public override string ToString() => $"{Property} {Letter(From)}→{Letter(To)}";

    public static char Letter(Verdict verdict) => verdict switch
    {
        Verdict.Proved => 'P',
        Verdict.Violated => 'X',
        Verdict.Vacuous => 'V',
        _ => '?',
    };
}
