namespace LoginVerification.Exploration;

internal sealed class SendsBounded() : LifecycleProperty(
    nameof(SendsBounded), "no more codes than the limit are sent to a number inside the window", "the limit of sends is reached")
{
    public override Sightings At(Enrolment enrolment, PolicyDocument rules)
    {
        var most = enrolment.Sends.GroupBy(sent => sent.Number).Select(sends => sends.Count()).DefaultIfEmpty().Max();
        return Seen(most >= rules.Sending.PerNumber, violated: most > rules.Sending.PerNumber || enrolment.Sends.Count > rules.Sending.PerAccount);
    }
}
