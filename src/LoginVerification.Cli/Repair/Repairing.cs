using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What came of looking for repairs.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Property">The property that was asked for; null for all.</param>
/// <param name="Violated">What is violated of what was asked for.</param>
/// <param name="Left">What is violated still, after the first repair, or of what nobody knows, because there are too many states.</param>
/// <param name="Repairs">The repairs, the best first.</param>
internal sealed record Repairing(EnrolmentPolicy Policy, string? Property, IReadOnlyList<string> Violated, IReadOnlyList<string> Left, IReadOnlyList<PolicyRepair> Repairs)
{
    /// <summary>How many variants were explored.</summary>
    public required int Tried { get; init; }

    /// <summary>Whether every state of the policy and of each variant was looked at.</summary>
    public required bool IsComplete { get; init; }

    public int ExitCode => Left.Count == 0 ? Cli.ExitCode.Fine : Cli.ExitCode.No;

    public static Repairing Run(RepairRequest request, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var options = request.Options with { Progress = progress };
        return request.Property is { } property
            ? Of(request, PolicyRepairs.Of(request.Policy, property, options, cancellationToken: cancellationToken))
            : Of(request, PolicyRepairs.OfAll(request.Policy, options, cancellationToken: cancellationToken));
    }

    private static Repairing Of(RepairRequest request, RepairAnswer answer)
    {
        IReadOnlyList<string> violated = answer.Before is Verdict.Violated ? [answer.Property] : [];
        var isHeld = answer.Before is Verdict.Proved or Verdict.Vacuous;
        return new(request.Policy, answer.Property, violated, isHeld || answer.Repairs.Count > 0 ? [] : [answer.Property], answer.Repairs)
        {
            Tried = answer.Tried,
            IsComplete = answer.IsComplete,
        };
    }

    private static Repairing Of(RepairRequest request, WholeRepair answer) =>
        new(request.Policy, null, answer.Violated, [.. answer.Left, .. answer.Open], answer.Repair is { } repair ? [repair] : [])
        {
            Tried = answer.Tried,
            IsComplete = answer.IsComplete,
        };
}
