namespace LoginVerification.Exploration;

internal sealed class NoTrap() : TrapProperty(nameof(NoTrap), "from every state of a served class VerificationEnabled can still be reached, over all links")
{
    protected override StateSet Reaching(GraphEvidence evidence) => evidence.ReachingEnabled;
}
