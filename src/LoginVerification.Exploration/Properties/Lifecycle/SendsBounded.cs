namespace LoginVerification.Exploration;

internal sealed class SendsBounded() : LifecycleProperty(
    nameof(SendsBounded), "no more codes than the limit are sent to a number inside the window", "the limit of sends is reached")
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
}
