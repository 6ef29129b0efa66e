using static LoginVerification.Exploration.TlaSyntax;

namespace LoginVerification.Exploration;

/// <summary>That whoever keeps trying gets there.</summary>
internal static class TlaFairness
{
    public static IEnumerable<string> Definitions(IReadOnlyList<(string Name, string Values)> variables) =>
    [
        $"States == {string.Join(" \\X ", variables.Select(variable => $"({variable.Values})"))}",
        .. Junction("Fairness", "/\\", ["<>[][~Misfortune]_vars", "\\A s, t \\in States : SF_vars(vars = s /\\ Counted /\\ vars' = t)"]),
        "FairSpec == Spec /\\ Fairness",
        $"KeepsTrying == {Formula(ModelNames.IsServed)} ~> {Formula(ModelNames.StateIs(EnrolmentState.VerificationEnabled))}",
    ];
}
