namespace LoginVerification.Exploration;

/// <summary>What tells a state of a chain from another: a user on the way, a user who was lost, or neither once enrolled.</summary>
internal readonly record struct ChainState(UserState? User, LeavingPoint? Leaving)
{
    public static ChainState Enrolled => default;

    public bool IsEnrolled => this == Enrolled;
}

/// <summary>An edge of a chain: how probable it is to be at <paramref name="To"/> next.</summary>
internal readonly record struct ChainEdge(int To, double Probability);

/// <summary>A state of a chain with what comes after it.</summary>
/// <param name="State">The state.</param>
/// <param name="Edges">To where, each state once. None from an absorbing state; else their probabilities sum up to 1.</param>
/// <param name="Steps">How many steps are taken at a visit: 1, less the probability of giving up before it.</param>
/// <param name="Sms">How many SMS are sent at a visit, on the average.</param>
internal sealed record ChainNode(ChainState State, IReadOnlyList<ChainEdge> Edges, double Steps, double Sms);

/// <summary>An absorbing Markov chain: what becomes of one user. Its states are in the order in which they were found, the start first. Immutable.</summary>
internal sealed record UserChain(IReadOnlyList<ChainNode> Nodes);
