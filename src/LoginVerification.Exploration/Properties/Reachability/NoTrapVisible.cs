namespace LoginVerification.Exploration;

internal sealed class NoTrapVisible() : TrapProperty(nameof(NoTrapVisible), "from every state of a served class VerificationEnabled can still be reached, over visible links alone")
{
    protected override StateSet Reaching(GraphEvidence evidence) => evidence.ReachingEnabledInSight;

    protected override Filter MovesOf(GraphEvidence evidence) => evidence.ReliableMoves with { HiddenLinks = false };

    protected override IReadOnlyList<TrapEntry> Entries(GraphEvidence evidence, StateSet reaching) =>
        TrapEntryFinder.InSight(evidence, reaching) is { Count: > 0 } entries ? entries : base.Entries(evidence, reaching);
}
