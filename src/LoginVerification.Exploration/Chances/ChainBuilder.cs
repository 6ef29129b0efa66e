namespace LoginVerification.Exploration;

/// <summary>Builds the chain of the users who begin at one home: every state that they can come to, breadth first.</summary>
internal sealed class ChainBuilder
{
    private readonly PolicyModel model;
    private readonly EnrolmentBehaviour behaviour;
    private readonly UserOptions options;
    private readonly ChainStates states = new();

    private ChainBuilder(PolicyModel model, EnrolmentBehaviour behaviour, double loss)
    {
        this.model = model;
        this.behaviour = behaviour;
        options = new UserOptions(model, behaviour, loss);
    }

    public static UserChain Build(PolicyModel model, EnrolmentBehaviour behaviour, double loss, ModelState start, CancellationToken cancellationToken)
    {
        var builder = new ChainBuilder(model, behaviour, loss);
        builder.IdOf(new UserState(start, default));
        var nodes = new List<ChainNode>();
        while (nodes.Count < builder.states.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            nodes.Add(builder.NodeOf(builder.states[nodes.Count]));
        }

        return new ChainTrimming(model, nodes).Trimmed();
    }

    private ChainNode NodeOf(ChainState state)
    {
        if (state.User is not { } user)
            return new ChainNode(state, [], 0, 0);
        var open = options.In(user).ToList();
        var all = open.Sum(option => option.Weight);
        var stays = 1 - behaviour.GiveUp;
        // An edge of probability 0 stays for now: who is stuck is a matter of the policy, and not of luck.
        var edges = new Dictionary<int, double>();
        if (open.Count > 0)
            Add(Lost(user, LeavingReason.GaveUp, null), behaviour.GiveUp);
        foreach (var option in open)
        {
            foreach (var outcome in option.Outcomes)
            {
                var probability = stays * (option.Weight / all) * outcome.Probability;
                var leaves = outcome.Refusal is null ? 0 : behaviour.GiveUpAtRefusal;
                Add(IdOf(outcome.After), probability * (1 - leaves));
                if (leaves > 0)
                    Add(Lost(user, LeavingReason.Refused, outcome.Refusal), probability * leaves);
            }
        }

        var sms = open.Where(option => option.SendsCode).Sum(option => option.Weight / all);
        return new ChainNode(state, [.. edges.Select(edge => new ChainEdge(edge.Key, edge.Value))], stays, stays * sms);

        void Add(int to, double probability) => edges[to] = edges.GetValueOrDefault(to) + probability;
    }

    private int IdOf(UserState user)
    {
        if (model.IsEnabled(user.Model))
            return states.IdOf(ChainState.Enrolled);
        return options.IsOutOfSms(user.Model) ? Lost(user, LeavingReason.NoMoreSms, null) : states.IdOf(new ChainState(user, null));
    }

    private int Lost(UserState user, LeavingReason reason, RefusalCode? refusal) =>
        states.IdOf(new ChainState(null, LeavingPoint.At(model, user, reason, refusal)));
}
