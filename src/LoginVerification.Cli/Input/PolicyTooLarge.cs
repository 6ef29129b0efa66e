namespace LoginVerification.Cli;

/// <summary>Runs what has a limit of its own beside the scale; where a policy is beyond it, that is bad input.</summary>
internal static class PolicyTooLarge
{
    /// <exception cref="BadInputException">The policy is too large.</exception>
    public static T Told<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (NotSupportedException limit)
        {
            throw new BadInputException($"--policy is too large. {limit.Message}");
        }
        catch (Exception large) when (large is OverflowException or OutOfMemoryException)
        {
            throw new BadInputException("--policy makes more states than can be held. Lower its limits, or take surfaces out.");
        }
    }

    /// <exception cref="BadInputException">The policy is too large.</exception>
    public static void Told(Action run) => Told(() =>
    {
        run();
        return true;
    });
}
