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
        IReadOnlyList<PolicyProperty> properties = [.. options.Properties, .. options.CustomProperties];
        if (properties.CountBy(property => property.Name).FirstOrDefault(named => named.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two properties are called {twice}. Give yours another name.", nameof(options));

        var scale = options.Scale.For(policy);
        var model = cache.ModelOf(policy, scale, options, cancellationToken);
        var isWalked = properties.Any(property => property.NeedsGraph);
        var graph = StateGraph.Explore(model, isWalked ? options.MostStates : 0, options.Progress, cancellationToken);
        // What ended early is judged by what it has; the rest is stopped as soon as somebody asks.
        var evidence = EvidenceOf(graph, policy, graph.IsComplete ? cancellationToken : CancellationToken.None);
        var judging = new Lock();
        var verdicts = SideBySide.Select(properties, Judge);
        var signIns = graph.IsComplete && properties.Any(property => property.Kind is PropertyKind.SignIn) ? Unstopped(() => evidence.SignIns, () => null) : null;
        return new PolicyExploration
        {
            Policy = policy.Name,
            PolicyDigest = PolicyFile.Digest(policy.Document),
            Scale = scale,
            Classes = model.Classes,
            Shapes = model.Table.Shapes.Length,
            States = isWalked ? graph.Count : 0,
            Edges = graph.Edges,
            SignInStates = signIns?.Shapes.Count ?? 0,
            SignInEdges = signIns?.Edges.Count ?? 0,
            Depth = graph.Depth,
            IsComplete = isWalked ? graph.IsComplete : model.Table.IsComplete,
            Limit = cancellationToken.IsCancellationRequested ? null
                : !model.Table.IsComplete ? ExplorationLimit.Shapes
                : isWalked && !graph.IsComplete ? ExplorationLimit.States
                : null,
            OperatorOnly = graph.IsComplete && properties.Any(property => property is NoTrap or NoTrapVisible) ? Unstopped(() => evidence.OperatorOnly, () => 0) : 0,
            Properties = verdicts,
        };

        PropertyVerdict Judge(PolicyProperty property)
        {
            lock (judging)
                options.Progress?.Report(new ExplorationProgress(graph.Count, graph.Edges) { Property = property.Name });
            if (!property.NeedsGraph && cancellationToken.IsCancellationRequested)
                return property.NotClosed();
            return Unstopped(() => property.Check(evidence), property.NotClosed);
        }
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

    /// <summary>Explores the lifecycle alone, without screens, at the policy's own bounds, with one number, and judges those of the properties that speak of it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How; its scale, states and properties of your own make no difference.</param>
    /// <param name="cancellationToken">Ends it early; what is known by then is told, and the rest is <see cref="Verdict.NotClosed"/>.</param>
    public LifecycleExploration ExploreLifecycle(EnrolmentPolicy policy, ExplorationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new ExplorationOptions();
        var graph = cache.LifecycleOf(policy.Limits, options, cancellationToken);
        var evidence = new LifecycleEvidence(graph, policy.Limits);
        return new LifecycleExploration
        {
            Scale = ExplorationScale.Own(policy.Limits) with { Numbers = 1 },
            States = graph.Count,
            Edges = graph.Edges,
            IsComplete = graph.IsComplete,
            Limit = graph.IsComplete || cancellationToken.IsCancellationRequested ? null : ExplorationLimit.Shapes,
            Moves = graph.Moves(),
            Properties = [.. options.Properties.OfType<LifecycleProperty>().Select(property => property.Check(evidence))],
        };
    }

    internal PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, CancellationToken cancellationToken) =>
        ModelOf(policy, scale, new ExplorationOptions(), cancellationToken);

    internal PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, CancellationToken cancellationToken) =>
        cache.ModelOf(policy, scale, options, cancellationToken);

    internal PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, IReadOnlySet<Shape> found, CancellationToken cancellationToken) =>
        cache.ModelOf(policy, scale, options, found, cancellationToken);

    /// <summary>What a graph shows; its sign-ins are remembered, too.</summary>
    internal GraphEvidence EvidenceOf(StateGraph graph, EnrolmentPolicy policy, CancellationToken cancellationToken) => new(graph, policy.Limits, cache.SignInsOf, cancellationToken);
}
