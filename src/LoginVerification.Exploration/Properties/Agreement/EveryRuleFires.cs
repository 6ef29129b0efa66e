namespace LoginVerification.Exploration;

internal sealed class EveryRuleFires() : GraphProperty(nameof(EveryRuleFires), PropertyKind.Agreement, "every gating rule refuses something that a user can try")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var rules = evidence.Model.Policy.Document.Rules.Select(rule => rule.Name).ToList();
        var fired = evidence.Refusals.Select(refused => refused.Refusal.Source).OfType<RefusalSource.Rule>().Select(source => source.Name).ToHashSet();
        var idle = rules.Where(rule => !fired.Contains(rule)).ToList();
        return rules.Count == 0 ? Vacuous("the policy has no gating rule")
            : idle.Count > 0 ? Violated($"never decides anything: {string.Join(", ", idle)}", idle.Select(rule => new Violation { Rule = rule }))
            : Proved();
    }
}
