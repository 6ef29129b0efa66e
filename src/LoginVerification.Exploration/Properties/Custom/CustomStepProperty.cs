namespace LoginVerification.Exploration;

internal sealed class CustomStepProperty(string name, Func<StepView, bool> holds) : GraphProperty(name, PropertyKind.Custom, $"{name} holds for every step")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, product) = (evidence.Graph, evidence.Product);
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        for (var position = 0; position < graph.Order.Count; position++)
        {
            var count = product.Expand(graph.Order[position], Filter.Everything, targets, moves);
            for (var i = 0; i < count; i++)
            {
                if (!holds(new StepView(product, product.PlaceOf(graph.Order[position]), product.PlaceOf(targets[i]), moves[i])))
                    return Violated($"not so: {Meaning}", evidence.StoryTo(position, moves[i]));
            }
        }

        return Proved();
    }
}
