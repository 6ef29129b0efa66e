namespace LoginVerification.Exploration.Tests.StateSpace;

/// <summary>A graph is what a plain breadth-first search finds, one state after the other and every class for itself.</summary>
public class StateGraphTests
{
    public static TheoryData<string, int> Rows => new() { { "consistent", 1 }, { "consistent", 2 }, { "twitter-2014", 1 }, { "alike", 1 } };

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_has_the_states_order_paths_and_counts_of_a_plain_search(string policy, int numbers)
    {
        var model = ModelOf(policy, numbers);
        var plain = new PlainSearch(model);

        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        Assert.True(graph.IsComplete);
        Assert.Equal(plain.Order, graph.States);
        Assert.Equal(plain.Order, graph.Positions.Select(position => graph[position]));
        Assert.Equal((plain.Edges, plain.Distances.Max()), (graph.Edges, graph.Depth));
        var random = new Random(1);
        foreach (var index in Enumerable.Range(0, 500).Select(_ => random.Next(graph.Count)).Append(0).Append(graph.Count - 1))
            Assert.Equal(plain.PathTo(index), graph.PathTo(new Position(index)).Select(position => position.Index));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_reaches_back_to_what_a_plain_search_leads_on_from(string policy, int numbers)
    {
        var model = ModelOf(policy, numbers);
        var plain = new PlainSearch(model);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        // Of the second class alone, so that classes that are alike are told apart.
        foreach (var tellsClasses in new[] { false, true })
        {
            bool IsGoal(ModelState state) => model.IsEnabled(state) && (!tellsClasses || state.Class.Index == 1);
            var reaching = graph.Reaching(IsGoal, Filter.Everything, tellsClasses, null, CancellationToken.None);

            var expected = plain.Reaching(IsGoal);
            Assert.Equal(expected.Count, plain.Order.Count(reaching.Contains));
            Assert.All(expected, state => Assert.True(reaching.Contains(state)));
        }
    }

    [Fact]
    public void Classes_for_which_all_gates_open_alike_are_walked_once()
    {
        var model = ModelOf("alike", 1);

        Assert.Contains(model.AlikeClasses, alike => alike.Count >= 3);
        Assert.Equal(model.ClassIds, model.AlikeClasses.SelectMany(alike => alike).OrderBy(number => number.Index));
    }

    [Fact]
    public void A_limit_ends_it_at_the_same_state_always()
    {
        var model = ModelOf("consistent", 2);
        var all = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        var some = StateGraph.Explore(model, 100_000, null, CancellationToken.None);

        Assert.False(some.IsComplete);
        Assert.InRange(some.Count, 100_001, all.Count - 1);
        Assert.Equal(some.States, StateGraph.Explore(model, 100_000, null, CancellationToken.None).States);
    }

    /// <summary>"alike": three countries each of which a rule of its own refuses the same.</summary>
    private static PolicyModel ModelOf(string name, int numbers)
    {
        var policy = name is not "alike" ? ShippedPolicies.Load(name) : EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Name = name,
            Rules =
            [
                .. ShippedPolicies.Consistent.Document.Rules,
                .. new[] { "AT", "FI", "IL" }.Select(country => new GatingRule
                {
                    Name = $"no-change-{country}",
                    Actions = [EnrolmentAction.ChangeChannel],
                    Surfaces = Selection.Only(Surface.Parse(ShippedPolicies.Consistent.Document.Surfaces[0].Name)),
                    Countries = Selection.Except(CountryCode.Parse(country)),
                }),
            ],
        });
        return new Explorer().ModelOf(policy, (ExplorationScale.Default with { Numbers = numbers }).For(policy), CancellationToken.None);
    }

    private sealed class PlainSearch
    {
        private readonly PolicyModel model;
        private readonly List<int> parents = [];

        public PlainSearch(PolicyModel model)
        {
            this.model = model;
            var found = new HashSet<StateId>();
            foreach (var start in model.Starts())
                Add(start, Order.Count, 0);
            for (var at = 0; at < Order.Count; at++)
            {
                foreach (var (_, to) in model.Successors(Order[at], Filter.Everything))
                {
                    Edges++;
                    Add(to, at, Distances[at] + 1);
                }
            }

            void Add(StateId state, int parent, int distance)
            {
                if (!found.Add(state))
                    return;
                Order.Add(state);
                parents.Add(parent);
                Distances.Add(distance);
            }
        }

        public List<StateId> Order { get; } = [];

        public List<int> Distances { get; } = [];

        public long Edges { get; private set; }

        public List<int> PathTo(int index)
        {
            var path = new List<int> { index };
            while (parents[path[^1]] != path[^1])
                path.Add(parents[path[^1]]);
            path.Reverse();
            return path;
        }

        public HashSet<StateId> Reaching(Func<ModelState, bool> isGoal)
        {
            var reaching = Order.Where(state => isGoal(model.Codec.Unpack(state))).ToHashSet();
            for (var before = -1; before < reaching.Count;)
            {
                before = reaching.Count;
                foreach (var state in Enumerable.Reverse(Order).Where(state => !reaching.Contains(state)))
                {
                    foreach (var (_, to) in model.Successors(state, Filter.Everything))
                    {
                        if (reaching.Contains(to))
                            reaching.Add(state);
                    }
                }
            }

            return reaching;
        }
    }
}
