namespace LoginVerification.Exploration;

internal sealed class NoTrapVisible() : TrapProperty(nameof(NoTrapVisible), "from every state of a served class VerificationEnabled can still be reached, over visible links alone")
{
    protected override bool HiddenLinks => false;

    protected override StateSet Reaching(GraphEvidence evidence) => evidence.ReachingEnabledInSight;
}
