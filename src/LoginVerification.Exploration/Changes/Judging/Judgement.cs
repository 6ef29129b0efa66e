namespace LoginVerification.Exploration;

/// <summary>A policy that was explored, and its verdicts, each worked out when it is asked for. Not thread-safe.</summary>
internal sealed class Judgement(EnrolmentPolicy policy, GraphEvidence evidence)
{
    private readonly Dictionary<string, PropertyVerdict> known = [];

    public EnrolmentPolicy Policy => policy;

    public GraphEvidence Evidence => evidence;

    public int States => evidence.Graph.Count;

    /// <summary>Whether every state was looked at.</summary>
    public bool IsComplete => evidence.IsComplete;

    public PropertyVerdict this[PolicyProperty property] =>
        known.TryGetValue(property.Name, out var verdict) ? verdict : known[property.Name] = property.Check(evidence);

    public IEnumerable<PolicyProperty> Violated => PolicyProperties.All.Where(property => this[property].Verdict is Verdict.Violated);

    /// <summary>The verdicts that are others than before, or may be.</summary>
    public IReadOnlyList<VerdictChange> ChangesSince(Judgement before) =>
    [
        .. from property in PolicyProperties.All
           let effect = EffectOn(property, before)
           where effect is not null
           select new VerdictChange(property.Name, before[property].Verdict, this[property].Verdict, effect.Value),
    ];

    /// <summary>What the change from another policy to this one does to a property; null for nothing. Whoever speaks of repaired and broken properties asks here.</summary>
    public PropertyEffect? EffectOn(PolicyProperty property, Judgement before) => (before[property].Verdict, this[property].Verdict) switch
    {
        (Verdict.NotClosed, _) or (_, Verdict.NotClosed) => PropertyEffect.Unknown,
        var (left, right) when left == right => null,
        (_, Verdict.Violated) => PropertyEffect.Broken,
        (Verdict.Violated, _) when Holds(property) => PropertyEffect.Repaired,
        (_, Verdict.Vacuous) => PropertyEffect.Vacuous,
        _ => PropertyEffect.Proved,
    };

    /// <summary>
    /// The properties that no repair may leave so: what held, or may have held, does not; what was vacuous is violated; or of what was violated more is
    /// violated (see <see cref="ViolationExtent"/>).
    /// </summary>
    public IEnumerable<PolicyProperty> HarmedSince(Judgement before) => PolicyProperties.All.Where(property => (before[property].Verdict, this[property].Verdict) switch
    {
        (_, Verdict.NotClosed) => true,
        (Verdict.Proved or Verdict.NotClosed, _) => !Holds(property),
        (Verdict.Vacuous, var after) => after is Verdict.Violated,
        (Verdict.Violated, var after) => after is Verdict.Violated && ViolationExtent.Exceeds(property, before, this),
        _ => false,
    });

    /// <summary>Whether a property is proved, or speaks of rules and the policy has none, which refuse nothing and agree with each other.</summary>
    public bool Holds(PolicyProperty property) => this[property].Verdict switch
    {
        Verdict.Proved => true,
        Verdict.Vacuous => property is EveryRuleFires or AcceptanceAgrees && policy.Document.Rules.Count == 0,
        _ => false,
    };
}
