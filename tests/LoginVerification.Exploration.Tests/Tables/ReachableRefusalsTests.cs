using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>The survey asks once for states that it takes for alike. Asking in every state finds nothing else.</summary>
public class ReachableRefusalsTests
{
    public static TheoryData<string, int, int, int> Rows()
    {
        var rows = new TheoryData<string, int, int, int>
        {
            { "consistent", 1, 2, 2 },
            { "consistent", 2, 1, 1 },
            { "twitter-2014", 1, 2, 2 },
            { "twitter-2014-web-takes-code", 1, 2, 2 },
        };
        if (Full.IsAsked)
            rows.Add("consistent", 2, 2, 2);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Asking_in_every_state_finds_the_same_refusals(string policy, int numbers, int perNumber, int perAccount)
    {
        var shipped = ShippedPolicies.Load(policy);
        var scale = (ExplorationScale.Default with { Numbers = numbers, SendsPerNumber = perNumber, SendsPerAccount = perAccount }).For(shipped);
        var model = new Explorer().ModelOf(shipped, scale, CancellationToken.None);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        var surveyed = new ReachableRefusals(graph, CancellationToken.None).All()
            .Select(refused => (refused.Screen.ToString(), refused.Class.Name, model.Table[refused.Column].Name, refused.Refusal.Code, refused.Refusal.WaysOut.Count > 0)).ToHashSet();

        Assert.Equal(Everywhere(model, graph).Order(), surveyed.Order());
    }

    /// <summary>The survey asks for ways out once for classes that it takes for alike. Each of them, asked itself, is told the same.</summary>
    [Fact]
    public void Asking_for_each_class_finds_the_same_ways_out()
    {
        var model = new Explorer().ModelOf(ShippedPolicies.Twitter2014, ExplorationScale.Default with { Numbers = 1 }, CancellationToken.None);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        var surveyed = new ReachableRefusals(graph, CancellationToken.None).All().ToList();

        Assert.Contains(model.AlikeClasses, alike => alike.Count > 1);
        Assert.All(surveyed, refused =>
        {
            var (state, input) = (model.Codec.Unpack(graph[refused.Position]), model.Table[refused.Column]);
            var facts = input.FactsOn(refused.Screen.Surface, refused.Class.Numbers, refused.Class.Witness, state.Device);
            Assert.Equal(model.Explainer.Decide(model.ExampleOf(state), input.Command!, facts).Refusal, refused.Refusal);
        });
    }

    private static HashSet<(string, string, string, RefusalCode, bool)> Everywhere(PolicyModel model, StateGraph graph)
    {
        var refusals = new HashSet<(string, string, string, RefusalCode, bool)>();
        foreach (var state in graph.States.Select(model.Codec.Unpack))
        {
            var screen = model.ScreenOf(state);
            var known = model.ClassOf(state);
            var account = model.ExampleOf(state);
            foreach (var input in model.Table.Inputs.Where(input => input.Choice is not null))
            {
                var offer = ScreenDocuments.Of(model, state).Actions.FirstOrDefault(offer => offer.Action == input.Choice!.Value.Action);
                if (offer is null || !Holds(offer.When, account, state) || (input.NeedsDevice is { } device && device != state.Device))
                    continue;
                // What is refused alike in favourable circumstances is asked there.
                if (input.Adverse is not null && model.Table.Columns.Single(column => IsFavourable(model.Table[column], input)) is var other
                    && (model.Table[other].NeedsDevice ?? state.Device) == state.Device
                    && model.Table[state.Shape, other].Refusal == model.Table[state.Shape, model.Table.Columns.Single(column => model.Table[column] == input)].Refusal)
                    continue;
                var facts = input.FactsOn(screen.Surface, known.Numbers, known.Witness, state.Device);
                if (model.Explainer.Decide(account, input.Command!, facts).Refusal is { } refusal)
                    refusals.Add((screen.ToString(), known.Name, input.Name, refusal.Code, refusal.WaysOut.Count > 0));
            }
        }

        return refusals;
    }

    private static bool IsFavourable(Input candidate, Input input) =>
        candidate is { Adverse: null, Actor: Actor.User } && (candidate.Family, candidate.Number) == (input.Family, input.Number);

    private static bool Holds(ScreenCondition? when, Enrolment account, ModelState state) =>
        when is null || when.Holds(ConditionCase.Of(account, state.Message is SmsDelivery.Arrived, state.Device));
}
