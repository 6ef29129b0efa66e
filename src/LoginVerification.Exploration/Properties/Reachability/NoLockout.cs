namespace LoginVerification.Exploration;

internal sealed class NoLockout() : TrapProperty(
    nameof(NoLockout), "where the channel that protects cannot reach the owner any more, a signed-in session still leads to one that can")
{
    protected override string Trigger => "never occurs: a channel that protects and cannot be used";

    protected override bool Concerns(GraphEvidence evidence, Place place) => evidence.IsEnabled(place) && !IsUsable(evidence, place);

    protected override StateSet Reaching(GraphEvidence evidence) =>
        evidence.Graph.Reaching(place => evidence.IsEnabled(place) && IsUsable(evidence, place), evidence.Hope);

    private static bool IsUsable(GraphEvidence evidence, Place place)
    {
        var enrolment = evidence.Table.ExampleOf(place.Shape);
        return ChannelUse.Check(enrolment, enrolment.ActiveChannel!.Value, place.Device) is null;
    }
}
