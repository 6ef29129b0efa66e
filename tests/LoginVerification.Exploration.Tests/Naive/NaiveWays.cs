namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Takes the ways out that refusals name, once the walk is over: one leads on if the refused user comes to what they are after.</summary>
internal sealed class NaiveWays(NaiveGraph graph, NaivePolicy policy, NaiveService service, NaiveSteps steps)
{
    private readonly Dictionary<string, NaivePurpose> purposes = [];
    private readonly Dictionary<(NaivePurpose, WayOut.Act), NaivePurpose> acts = [];
    private readonly Dictionary<string, IReadOnlyList<NaiveStep>> taken = [];

    /// <summary>Those of some refusals that are met where no way out is shown, or somewhere where none leads on.</summary>
    public IEnumerable<NaiveRefusal> DeadEnds(IEnumerable<NaiveRefusal> refusals) =>
        refusals.Where(refused => !refused.Tried.Screen!.ShowsWaysOut || !refused.Places.All(place => refused.Refusal.WaysOut.Any(way => LeadsOn(place, refused, way))));

    private bool LeadsOn(NaivePlace place, NaiveRefusal refused, WayOut way)
    {
        var purpose = PurposeOf(refused.Tried.Command);
        return way switch
        {
            WayOut.Act { WithAnotherNumber: true } act => WithAnotherNumber(place, act.Surface, purpose),
            WayOut.Act act => IsTaken(place, act, purpose) || (act.Choice.Action is EnrolmentAction.SubmitPhone && WithAnotherNumber(place, act.Surface, purpose)),
            WayOut.RegisterDevice => IsReached(place with { Device = true }, purpose),
            WayOut.RestoreDelivery => LeadsOnBy(place, step => step.Label.EndsWith(NaiveWorld.Start, StringComparison.Ordinal), purpose),
            // Who holds sends back, and what befell the user, is beside the policy: that staff put it right is all that is needed.
            WayOut.AskOperator when refused.Refusal.Code.Kind() is not RefusalKind.Wait && !refused.Tried.IsAstray => LeadsOnBy(place, step => step.Kind is NaiveKind.Staff, purpose),
            _ => IsReached(place, purpose),
        };
    }

    private NaivePurpose PurposeOf(EnrolmentCommand refused)
    {
        var name = refused is SubmitPhone or ResendCode or ConfirmCode ? "confirm" : $"{((UserCommand)refused).Choice}";
        if (!purposes.TryGetValue(name, out var purpose))
        {
            var isMeant = Meant(refused);
            purposes.Add(name, purpose = new NaivePurpose(graph, steps, (_, step) => step.Accepted is { } accepted && isMeant(accepted)));
        }

        return purpose;
    }

    /// <summary>
    /// What a refused user is after: the number confirmed, for all that leads there; protection, over whichever channel for who has none, and over
    /// the one asked for else; or the thing itself.
    /// </summary>
    private static Func<Choice, bool> Meant(EnrolmentCommand refused) => refused switch
    {
        SubmitPhone or ResendCode or ConfirmCode => choice => choice.Action is EnrolmentAction.ConfirmCode,
        EnableVerification => choice => choice.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel,
        ChangeChannel change => choice => choice.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel && choice.Channel == change.Choice.Channel,
        UserCommand { Choice: var asked } => choice => choice == asked,
        _ => throw new ArgumentException("Users do not give such a command.", nameof(refused)),
    };

    /// <summary>The user comes to a page of the surface that takes it, and goes on from there. What became of an SMS no service knows: it may have arrived.</summary>
    private bool IsTaken(NaivePlace place, WayOut.Act act, NaivePurpose purpose)
    {
        if (!acts.TryGetValue((purpose, act), out var taking))
            acts.Add((purpose, act), taking = new NaivePurpose(graph, steps, (at, step) => step.Kind is NaiveKind.User && at.Surface == act.Surface.Name && step.Accepted == act.Choice && (purpose.IsMetBy(at, step) || IsReached(step.To, purpose))));
        return taking.IsReachedFrom(place) || (place.Sms is NaivePlace.OnItsWay or NaivePlace.Lost && taking.IsReachedFrom(place with { Sms = NaivePlace.Arrived }));
    }

    private bool LeadsOnBy(NaivePlace place, Func<NaiveStep, bool> isTaken, NaivePurpose purpose) =>
        StepsFrom(place).Where(step => !step.IsAstray && isTaken(step)).Any(step => purpose.IsMetBy(place, step) || IsReached(step.To, purpose));

    private IReadOnlyList<NaiveStep> StepsFrom(NaivePlace place)
    {
        var text = place.ToString();
        if (!taken.TryGetValue(text, out var known))
            taken.Add(text, known = steps.From(place, _ => { }));
        return known;
    }

    /// <summary>The refusal that comes next may lead to a number of another kind: another number does not make another account.</summary>
    private bool IsReached(NaivePlace place, NaivePurpose purpose) =>
        purpose.IsReachedFrom(place) || KindsFor(place).Any(kind => purpose.IsReachedFrom(place with { Class = kind }));

    private IEnumerable<string> KindsFor(NaivePlace place) => NaiveClasses.OfAccount(policy.Document, policy.Classes[place.Class].Account);

    /// <summary>The service takes a number that the account does not know, and the user goes on as whoever begins with such a number.</summary>
    private bool WithAnotherNumber(NaivePlace place, Surface surface, NaivePurpose purpose) => KindsFor(place).Any(kind =>
        service.TakesAnother(place, surface, policy.Classes[kind].Phones[2])
        && (from at in OnPagesOf(surface, place)
            from offer in policy.ScreenOf(at).Actions
            where offer.Action is EnrolmentAction.SubmitPhone && NaivePolicy.Holds(offer.When, at)
            select at with { Class = kind, Account = NaiveAccount.Begun, Sms = NaivePlace.OnItsWay, Screen = offer.Then ?? at.Screen }).Any(purpose.IsReachedFrom));

    /// <summary>The pages of a surface that the user comes to by links and by opening surfaces. What became of an SMS no service knows: it may have arrived.</summary>
    private IEnumerable<NaivePlace> OnPagesOf(Surface surface, NaivePlace place)
    {
        List<NaivePlace> found = place.Sms is NaivePlace.OnItsWay or NaivePlace.Lost ? [place, place with { Sms = NaivePlace.Arrived }] : [place];
        for (var at = 0; at < found.Count; at++)
            found.AddRange(steps.Exits(found[at]).Select(step => step.To).Except(found).ToList());
        return found.Where(at => at.Surface == surface.Name);
    }
}
