namespace LoginVerification.Engine;

/// <summary>What has to come first where nothing else is in the way: time, another authentication, or the host's staff.</summary>
internal static class Waiting
{
    /// <summary>What has to come first, or null where the refusal is of another kind.</summary>
    public static WayOut? Before(Refusal no, in Situation situation, UserCommand command) => no.Code.Kind() switch
    {
        RefusalKind.Wait => For(no),
        RefusalKind.Reauthenticate => ForAuthentication(situation, command),
        RefusalKind.AskOperator => new WayOut.AskOperator(),
        _ => null,
    };

    /// <summary>Time, and where no time is told the host's staff, who hold sends back and let them go.</summary>
    public static WayOut For(Refusal no) => no.RetryAt is { } at ? new WayOut.Retry(at) : new WayOut.AskOperator();

    /// <summary>All that the command needs is told at once, so that a new authentication is not met with the demand for a second factor.</summary>
    public static WayOut ForAuthentication(in Situation situation, EnrolmentCommand command) =>
        ForAuthentication(RecentAuthentication.NeedOf(situation.Enrolment, command, situation.Facts.ReadPhone?.Number));

    public static WayOut ForAuthentication(AuthenticationNeed need) => new WayOut.Reauthenticate { WithSecondFactor = need is AuthenticationNeed.RecentWithSecondFactor };
}
