using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Looks at every state that a policy allows. What is explored is what runs: the decision table is filled by the deciders of production,
/// and screens, links and gates are the policy's. Deterministic and thread-safe.
/// </summary>
public static class Explorer
{
    /// <summary>The most shapes of an enrolment that are looked at; what is beyond makes verdicts <see cref="Verdict.NotClosed"/>.</summary>
    private const int MostShapes = 1_000_000;

    /// <summary>What a policy comes to under a scale, kept as long as the policy: its table, its screens, and what it remembers of ways out.</summary>
    private static readonly ConditionalWeakTable<EnrolmentPolicy, ConcurrentDictionary<ExplorationScale, PolicyModel>> Products = [];

    /// <summary>Explores a policy with its screens and judges every property.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How; the defaults, if nothing is stated.</param>
    /// <param name="cancellationToken">Ends it early; what is known by then is told, and the rest is <see cref="Verdict.NotClosed"/>.</param>
    /// <exception cref="ArgumentException">The scale is out of its bounds, or two properties have one name.</exception>
    /// <exception cref="NotSupportedException">Screens, classes and shapes make more states than an <see cref="int"/> numbers.</exception>
    public static PolicyExploration Explore(EnrolmentPolicy policy, ExplorationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new ExplorationOptions();
        options.Scale.Ensure();
        IReadOnlyList<PolicyProperty> properties = [.. PolicyProperty.All, .. options.CustomProperties];
        if (properties.CountBy(property => property.Name).FirstOrDefault(named => named.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two properties are called {twice}. Give yours another name.", nameof(options));

        var scale = options.Scale.For(policy.Document);
        var graph = GraphOf(policy, scale, options, cancellationToken);
        // What ended early is judged by what it has; the rest is stopped as soon as somebody asks.
        var evidence = new GraphEvidence(graph, graph.IsComplete ? cancellationToken : CancellationToken.None);
        var verdicts = properties.Select(property => Unstopped(() => property.Check(evidence), property.NotClosed)).ToList();
        return new PolicyExploration
        {
            Policy = policy.Name,
            Scale = scale,
            Classes = graph.Product.Classes,
            Shapes = graph.Product.Table.Shapes.Length,
            States = graph.Order.Count,
            Edges = graph.Edges,
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
    public static LifecycleExploration ExploreLifecycle(EnrolmentPolicy policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var table = TableBuilder.Build(policy.Document, Columns.For(policy.Document, numbers: 1), LifecycleProperty.Known, MostShapes, cancellationToken);
        var evidence = new TableEvidence(table);
        return new LifecycleExploration
        {
            Scale = ExplorationScale.Own(policy.Document) with { Numbers = 1 },
            States = table.Shapes.Length,
            Edges = table.CountEdges(),
            IsComplete = table.IsComplete,
            Properties = [.. LifecycleProperty.Known.Select(property => property.Check(evidence))],
        };
    }

    internal static PolicyModel ProductOf(EnrolmentPolicy policy, ExplorationScale scale, CancellationToken cancellationToken)
    {
        var known = Products.GetOrCreateValue(policy);
        if (known.TryGetValue(scale, out var product))
            return product;
        var scaled = EnrolmentPolicy.Create(scale.Applied(policy.Document));
        var table = DecisionTableCache.TableOf(scaled.Document, scale.Numbers, MostShapes, cancellationToken);
        product = new PolicyModel(scaled, table, NumberClasses.Of(scaled));
        return table.IsComplete ? known.GetOrAdd(scale, product) : product;
    }

    private static StateGraph GraphOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, CancellationToken cancellationToken)
    {
        var product = ProductOf(policy, scale, cancellationToken);
        return StateGraph.Explore(product, options.MostStates, options.Progress, cancellationToken);
    }
}
