using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// How far books are kept while a policy is explored. The production bounds multiply the states a thousandfold and say nothing more, so that
/// the screens are explored under small ones, by the same deciders. A policy that is stricter keeps its own bound. What a policy for research does not bound
/// is <see cref="PolicyLimits.Unlimited"/>, and is not counted. Immutable and thread-safe.
/// </summary>
public sealed record ExplorationScale
{
    /// <summary>The scale of shipped verdicts: each bound is as small as it can be with every refusal and event still there.</summary>
    public static ExplorationScale Default { get; } = new();

    /// <summary>Different numbers of one person: 1 or 2; 2 by default, where a policy lets a verified number be replaced, and else 1.</summary>
    public int Numbers { get; init => field = Bounded(value, 1, 2); } = 2;

    /// <summary>With which wrong code one is dead: 1 to 10.</summary>
    public int WrongTries { get; init => field = Bounded(value, 1, 10); } = 1;

    /// <summary>After how many failures the account is locked: 1 to 20.</summary>
    public int EveryFailures { get; init => field = Bounded(value, 1, 20); } = 1;

    /// <summary>At how many failures only the host unlocks: at least <see cref="EveryFailures"/>, at most 100.</summary>
    public int FinalFailures { get; init => field = Bounded(value, 1, 100); } = 2;

    /// <summary>Codes to one number inside the window: 1 to 20.</summary>
    public int SendsPerNumber { get; init => field = Bounded(value, 1, 20); } = 2;

    /// <summary>Codes to all numbers inside the window: at least <see cref="SendsPerNumber"/>, at most 100.</summary>
    public int SendsPerAccount { get; init => field = Bounded(value, 1, 100); } = 2;

    /// <summary>Codes, or pushes, at sign-in inside the window: 1 to 20.</summary>
    public int SignInSends { get; init => field = Bounded(value, 1, 20); } = 2;

    /// <summary>With which wrong number a push is dead: 1 to 10.</summary>
    public int NumberTries { get; init => field = Bounded(value, 1, 10); } = 1;

    /// <summary>Refuses bounds that contradict each other.</summary>
    /// <exception cref="ArgumentException">A bound is lower than one that it has to cover.</exception>
    internal void Ensure()
    {
        if (FinalFailures < EveryFailures && EveryFailures != PolicyLimits.Unlimited)
            throw new ArgumentException($"{nameof(FinalFailures)} ({FinalFailures}) is less than {nameof(EveryFailures)} ({EveryFailures}). Raise it, or lower the other.");
        if (SendsPerAccount < SendsPerNumber && SendsPerNumber != PolicyLimits.Unlimited)
            throw new ArgumentException($"{nameof(SendsPerAccount)} ({SendsPerAccount}) is less than {nameof(SendsPerNumber)} ({SendsPerNumber}). Raise it, or lower the other.");
    }

    /// <summary>The bounds of a policy itself.</summary>
    internal static ExplorationScale Own(EnrolmentLimits limits) => new()
    {
        WrongTries = limits.Code.WrongTries,
        EveryFailures = limits.Lock.EveryFailures,
        FinalFailures = limits.Lock.FinalFailures,
        SendsPerNumber = limits.Sending.PerNumber,
        SendsPerAccount = limits.Sending.PerAccount,
        SignInSends = Math.Max(limits.SignIn.Codes, limits.SignIn.Pushes),
        NumberTries = limits.SignIn.NumberTries,
    };

    private static int Bounded(int value, int least, int most, [CallerMemberName] string name = "") => (value >= least && value <= most) || value == PolicyLimits.Unlimited
        ? value
        : throw new ArgumentOutOfRangeException(name, $"{name} is {value}. Give {least} to {most}.");
}
