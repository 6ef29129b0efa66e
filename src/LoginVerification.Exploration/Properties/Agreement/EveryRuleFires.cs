namespace LoginVerification.Exploration;

internal sealed class EveryRuleFires() : GraphProperty(nameof(EveryRuleFires), PropertyKind.Agreement, "every gating rule decides something that a user can try: its refusal is the one that is given")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var rules = evidence.Model.Policy.Document.Rules;
        var fired = evidence.Refusals.Select(refused => refused.Refusal.Source).OfType<RefusalSource.Rule>().Select(source => source.Name).ToHashSet();
        var idle = rules.Where(rule => !fired.Contains(rule.Name)).ToList();
        return rules.Count == 0 ? Vacuous("the policy has no gating rule")
            : idle is [var first, ..] ? Violated(
                $"never decides anything: {string.Join(", ", idle.Select(rule => rule.Name))}", idle.Select(rule => new Violation { Rule = rule.Name }), Story(evidence, first))
            : Proved();
    }

    /// <summary>
    /// The shortest way to where the rule would refuse if nothing else did before; else to where it is asked and refuses nobody; else to nowhere,
    /// for nothing that it is about is ever offered.
    /// </summary>
    private static IReadOnlyList<Step> Story(GraphEvidence evidence, GatingRule rule)
    {
        var model = evidence.Model;
        var start = new Position(0);
        foreach (var isRefusing in new[] { true, false })
        {
            foreach (var position in evidence.Graph.Representatives)
            {
                var state = evidence.StateAt(position);
                var asked = AskedIn(state, isRefusing);
                if (asked.IsEmpty)
                    continue;
                return isRefusing
                    ? Told(evidence.CounterexampleTo(position, model.Inputs[asked.First.Index]), $"before the rule {rule.Name} is asked")
                    : Told(evidence.CounterexampleTo(position, asked.First), $"and the rule {rule.Name} lets it through, as all else");
            }
        }

        return [Steps.Missing(model, evidence.StateAt(start), string.Join(" or ", rule.Actions), $"no screen that can be reached offers what the rule {rule.Name} is about")];

        MoveSet AskedIn(ModelState state, bool isRefusing)
        {
            if (!rule.Surfaces.Allows(model.ScreenOf(state).Surface))
                return default;
            var (number, at) = (model.ClassOf(state), model.CaseOf(state));
            var concerned = model.InputsWhere(input => input is { Adverse: null, Choice: { } choice } && rule.Actions.Contains(choice.Action)
                && isRefusing == (rule.Refuses(choice, number.Numbers[0], number.Asker(state.Device)) is not null));
            return concerned & (isRefusing
                ? model.Guards.OfferedIn(state, at).Except(model.Guards.TakenIn(state, at))
                : model.Guards.TakenIn(state, at));
        }
    }

    private static IReadOnlyList<Step> Told(IReadOnlyList<Step> story, string addition) =>
        [.. story.SkipLast(1), story[^1] with { Outcome = $"{story[^1].Outcome}, {addition}" }];
}
