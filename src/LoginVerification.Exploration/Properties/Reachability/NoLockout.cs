namespace LoginVerification.Exploration;

internal sealed class NoLockout() : TrapProperty(
    nameof(NoLockout), "where the channel that protects cannot reach the owner any more, a signed-in session still leads to one that can")
{
    protected override string Trigger => "never occurs: a channel that protects and cannot be used";

    protected override bool Concerns(GraphEvidence evidence, ModelState state) => evidence.Model.IsEnabled(state) && !evidence.IsUsable(state);

    protected override StateSet Reaching(GraphEvidence evidence) =>
        evidence.Reaching(state => evidence.Model.IsEnabled(state) && evidence.IsUsable(state), tellsClasses: false);
}
