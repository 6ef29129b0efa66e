namespace LoginVerification.Exploration;

internal sealed class EveryRuleFires() : GraphProperty(nameof(EveryRuleFires), PropertyKind.Agreement, "every gating rule refuses something that a user can try")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var rules = evidence.Product.Policy.Document.Rules.Select(rule => rule.Name).ToList();
        var fired = evidence.Refusals.Where(refused => IsGates(evidence.Product, refused)).Select(refused => refused.Refusal.Rule).ToHashSet();
        var idle = rules.Where(rule => !fired.Contains(rule)).ToList();
        return rules.Count == 0 ? Vacuous("the policy has no gating rule")
            : idle.Count > 0 ? Violated($"never decides anything: {string.Join(", ", idle)}")
            : Proved();
    }

    /// <summary>Whether a gate refused, and not a check that happens to be called like a rule.</summary>
    private static bool IsGates(PolicyModel product, ReachableRefusal refused) =>
        product.Policy.Gate.Check(refused.Page.Surface, refused.Input.Action!.Value, refused.Input.Channel, refused.Class.Numbers[0]) is { } gate
        && (gate.Code, gate.Rule) == (refused.Refusal.Code, refused.Refusal.Rule);
}
