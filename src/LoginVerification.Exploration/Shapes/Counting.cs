namespace LoginVerification.Exploration;

/// <summary>
/// How far something is counted under one policy's limits. What has a limit is counted as it is. What a policy for research does not bound is counted only as far as
/// a decision can depend on it, so that there are finitely many shapes. Immutable and thread-safe.
/// </summary>
internal sealed class Counting(EnrolmentLimits limits)
{
    /// <summary>So many stand for more: the last code and one before it.</summary>
    private const int UnboundedSends = 2;

    /// <summary>Wrong codes against one code. Without a limit nobody asks how many there were.</summary>
    public int WrongTries(int count) => limits.Code.WrongTries == PolicyLimits.Unlimited ? 0 : count;

    /// <summary>Codes to one number inside the window. Without a limit the wait is the same after each.</summary>
    public int Sends(int count) => limits.Sending.PerNumber == PolicyLimits.Unlimited ? Math.Min(count, UnboundedSends) : count;

    /// <summary>
    /// Wrong codes in a row. Without a final lock it is asked whether there were any, and how many are missing to the next lock: every lock is as long as the first.
    /// So a later lock at sign-in is not told apart from the first one, of which alone the owner gets a notice; nothing looks at notices here.
    /// </summary>
    public int Failures(int count) => (limits.Lock.FinalFailures, limits.Lock.EveryFailures) switch
    {
        (not PolicyLimits.Unlimited, _) => count,
        (_, PolicyLimits.Unlimited) => Math.Min(count, 1),
        (_, var every) => count <= every ? count : ((count - 1) % every) + 1,
    };
}
