namespace LoginVerification.Exploration;

internal sealed class SendsBounded() : LifecycleProperty(
    nameof(SendsBounded), "codes to a number have a limit, and no more than that are sent inside the window", "the limit of sends is reached")
{
    public override Observations At(Enrolment enrolment, EnrolmentLimits limits)
    {
        var most = 0;
        foreach (var sent in enrolment.Sends)
        {
            var sends = 0;
            foreach (var other in enrolment.Sends)
                sends += other.Number == sent.Number ? 1 : 0;
            most = Math.Max(most, sends);
        }

        return Seen(most >= limits.Sending.PerNumber, violated: most > limits.Sending.PerNumber || enrolment.Sends.Count > limits.Sending.PerAccount);
    }

    public override Observations On(in Transition transition) => Seen(
        trigger: false,
        violated: transition.Limits.Sending.PerNumber == PolicyLimits.Unlimited && transition.Decision.Events.Any(happened => happened is PhoneSubmitted or CodeReissued or CodeResent));
}
