namespace LoginVerification.Exploration;

/// <summary>A policy that was explored, and its verdicts, each worked out when it is asked for.</summary>
internal sealed class Judgement(EnrolmentPolicy policy, GraphEvidence evidence)
{
    private readonly Dictionary<string, PropertyVerdict> known = [];

    public EnrolmentPolicy Policy => policy;

    public GraphEvidence Evidence => evidence;

    public int States => evidence.Graph.Count;

    public PropertyVerdict this[PolicyProperty property] =>
        known.TryGetValue(property.Name, out var verdict) ? verdict : known[property.Name] = property.Check(evidence);

    /// <summary>The verdicts of all of the library's properties, by name.</summary>
    public IReadOnlyDictionary<string, Verdict> Verdicts() => PolicyProperties.All.ToDictionary(property => property.Name, property => this[property].Verdict);

    /// <summary>The verdicts that are others than before.</summary>
    public IReadOnlyList<VerdictChange> ChangesSince(IReadOnlyDictionary<string, Verdict> before) =>
    [
        .. PolicyProperties.All.Select(property => new VerdictChange(property.Name, before[property.Name], this[property].Verdict)).Where(change => change.Left != change.Right),
    ];

    /// <summary>
    /// The properties that a change broke: what held does so no more, or what said nothing is violated.
    /// </summary>
    /// <param name="before">The verdicts before it.</param>
    public IEnumerable<PolicyProperty> BrokenSince(IReadOnlyDictionary<string, Verdict> before) => PolicyProperties.All.Where(property => before[property.Name] switch
    {
        Verdict.Proved => !Holds(property),
        Verdict.Vacuous => this[property].Verdict is Verdict.Violated or Verdict.NotClosed,
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
