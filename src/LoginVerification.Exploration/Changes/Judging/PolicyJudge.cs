namespace LoginVerification.Exploration;

/// <summary>Explores variants of a policy, and judges of each only what is asked for.</summary>
internal sealed class PolicyJudge
{
    private readonly Explorer explorer;
    private readonly ExplorationOptions options;
    private readonly CancellationToken cancellationToken;

    /// <exception cref="ArgumentException">The scale is out of its bounds.</exception>
    public PolicyJudge(Explorer explorer, VariantOptions variants, CancellationToken cancellationToken)
    {
        variants.Scale.Ensure();
        (this.explorer, options, this.cancellationToken) = (explorer, variants.Exploration, cancellationToken);
    }

    /// <summary>What a document comes to; null where it is not a valid policy.</summary>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public Judgement? Of(PolicyDocument document)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Of(EnrolmentPolicy.Create(document));
        }
        catch (PolicyInvalidException)
        {
            return null;
        }
    }

    public Judgement Of(EnrolmentPolicy policy)
    {
        var graph = StateGraph.Explore(explorer.ModelOf(policy, options.Scale.For(policy), options, cancellationToken), options.MostStates, null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new Judgement(policy, explorer.EvidenceOf(graph, policy, cancellationToken));
    }
}
