namespace LoginVerification.Exploration;

/// <summary>
/// An explicit-state model checker for policies: it looks at every state that a policy allows. What is explored is what runs: the decision
/// table is filled by the deciders of production, and screens, links and gates are the policy's. It remembers what it worked out last, some
/// tables and models, so that who explores several policies or the variants of one keeps one explorer. Deterministic and thread-safe.
/// </summary>
public sealed class Explorer
{
    private readonly ExplorationCache cache = new();

    /// <summary>Explores a policy with its screens and judges every property.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How; the defaults, if nothing is stated.</param>
    /// <param name="cancellationToken">Ends it early; what is known by then is told, and the rest is <see cref="Verdict.NotClosed"/>.</param>
    /// <exception cref="ArgumentException">The scale is out of its bounds, or two properties have one name.</exception>
    /// <exception cref="NotSupportedException">Screens, classes and shapes make more states than an <see cref="int"/> numbers.</exception>
    public PolicyExploration Explore(EnrolmentPolicy policy, ExplorationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new ExplorationOptions();
        options.Scale.Ensure();
        IReadOnlyList<PolicyProperty> properties = [.. PolicyProperties.All, .. options.CustomProperties];
        if (properties.CountBy(property => property.Name).FirstOrDefault(named => named.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two properties are called {twice}. Give yours another name.", nameof(options));

        var scale = options.Scale.For(policy);
        var graph = StateGraph.Explore(ModelOf(policy, scale, cancellationToken), options.MostStates, options.Progress, cancellationToken);
        // What ended early is judged by what it has; the rest is stopped as soon as somebody asks.
        var evidence = new GraphEvidence(graph, graph.IsComplete ? cancellationToken : CancellationToken.None);
        var verdicts = properties.Select(property => Unstopped(() => property.Check(evidence), property.NotClosed)).ToList();
        return new PolicyExploration
        {
            Policy = policy.Name,
            Scale = scale,
            Classes = graph.Model.Classes,
            Shapes = graph.Model.Table.Shapes.Length,
            States = graph.Count,
            Edges = graph.Edges,
            SignInStates = graph.IsComplete ? Unstopped(() => evidence.SignIns?.Shapes.Count ?? 0, () => 0) : 0,
            SignInEdges = graph.IsComplete ? Unstopped(() => evidence.SignIns?.Edges.Count ?? 0, () => 0) : 0,
            Depth = graph.Depth,
            IsComplete = graph.IsComplete,
            OperatorOnly = graph.IsComplete ? Unstopped(() => evidence.OperatorOnly, () => 0) : 0,
            Properties = verdicts,
        };
    }

    /// <summary>What a look at the evidence says, or what is left to say once it was stopped.</summary>
    private static T Unstopped<T>(Func<T> look, Func<T> stopped)
    {
        try
        {
            return look();
        }
        catch (OperationCanceledException)
        {
            return stopped();
        }
    }

    /// <summary>Explores the lifecycle alone, without screens, at the policy's own bounds, with one number.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Ends it early; what is known by then is told, and the rest is <see cref="Verdict.NotClosed"/>.</param>
    public LifecycleExploration ExploreLifecycle(EnrolmentPolicy policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var table = cache.TableOf(policy.Limits, numbers: 1, cancellationToken);
        var evidence = new TableEvidence(table);
        return new LifecycleExploration
        {
            Scale = ExplorationScale.Own(policy.Limits) with { Numbers = 1 },
            States = table.Shapes.Length,
            Edges = table.CountEdges(),
            IsComplete = table.IsComplete,
            Properties = [.. PolicyProperties.OfLifecycle.Select(property => property.Check(evidence))],
        };
    }

    internal PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, CancellationToken cancellationToken) => cache.ModelOf(policy, scale, cancellationToken);

    internal PolicyModel ModelOf(EnrolmentPolicy policy, Func<Input, bool> inputs, CancellationToken cancellationToken) => cache.ModelOf(policy, inputs, cancellationToken);
}
