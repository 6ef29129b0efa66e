using NodaTime;

namespace LoginVerification.Exploration.Tests.RandomPolicies;

/// <summary>A valid policy that nobody thought of, and a scale at which it is small.</summary>
internal sealed record RandomPolicy(EnrolmentPolicy Policy, ExplorationScale Scale)
{
    private const int FewestStates = 40;
    private const int MostStates = 5_000;

    /// <summary>The same one for the same seed: what is not valid, too small to say much or too large is drawn again.</summary>
    public static RandomPolicy From(int seed)
    {
        var dice = new Dice(seed);
        while (true)
        {
            var document = Document(dice, $"random-{seed}");
            var scale = ScaleOf(dice);
            if (PolicyValidation.Validate(document).Count > 0)
                continue;
            var policy = EnrolmentPolicy.Create(document);
            var model = new Explorer().ModelOf(policy, scale.For(policy), CancellationToken.None);
            var graph = StateGraph.Explore(model, MostStates, null, CancellationToken.None);
            if (graph.IsComplete && graph.Count >= FewestStates)
                return new RandomPolicy(CoolingDown(policy, new Dice(-seed)), scale);
        }
    }

    /// <summary>Drawn apart, so that a seed keeps its screens and its rules.</summary>
    private static EnrolmentPolicy CoolingDown(EnrolmentPolicy policy, Dice dice) =>
        EnrolmentPolicy.Create(policy.Document with { CoolDownAfterRemoval = Duration.FromMinutes(dice.OneOf(0, 2, 90, 2880)) });

    private static PolicyDocument Document(Dice dice, string name)
    {
        var surfaces = new RandomScreens(dice).Surfaces();
        IReadOnlyList<AccountAttribute> attributes = dice.Happens(30) ? [new AccountAttribute { Name = "paid", Values = ["no", "yes"] }] : [];
        return new PolicyDocument
        {
            Name = name,
            Surfaces = surfaces,
            Rules = new RandomRules(dice, attributes, surfaces).Rules(),
            AccountAttributes = attributes,
            Code = new CodeRules { Life = Duration.FromMinutes(dice.OneOf(1, 5, 10)), OnResend = dice.OneOf(Enum.GetValues<ResendMode>()) },
            Sending = new SendRules { ResendWait = Duration.FromMinutes(dice.OneOf(1, 3, 20)) },
            Lock = new LockRules { First = Duration.FromMinutes(dice.OneOf(1, 5, 15)) },
            PendingLapsesAfter = Duration.FromHours(dice.OneOf(1, 24)),
            ReauthenticateWithin = Duration.FromMinutes(dice.OneOf(1, 5)),
            AccountsPerNumber = dice.OneOf(1, 10),
            RemovePhoneWhileEnabled = dice.OneOf(Enum.GetValues<RemovePhoneMode>()),
            OnStop = dice.OneOf(Enum.GetValues<StopMode>()),
            OnPhoneInvalidated = dice.OneOf(Enum.GetValues<InvalidationMode>()),
        };
    }

    private static ExplorationScale ScaleOf(Dice dice) => new()
    {
        Numbers = dice.OneOf(1, 1, 2),
        WrongTries = dice.Between(1, 2),
        FinalFailures = dice.Between(1, 2),
        SendsPerNumber = 1,
        SendsPerAccount = dice.Between(1, 2),
    };
}
