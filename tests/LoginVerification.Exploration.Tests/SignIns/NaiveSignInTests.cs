using NodaTime;

namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>The explorer of sign-ins, which asks the deciders, comes to the same as rules on paper, which share no code with them.</summary>
public class NaiveSignInTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(SignInScales.Names), MemberType = typeof(SignInScales))]
    public void Every_input_comes_to_what_the_rules_on_paper_say(string scale)
    {
        var (limits, rules) = SignInScales.Of(scale);
        var graph = SignInScales.GraphOf(limits);
        var edges = graph.Edges.ToDictionary(edge => (edge.From, edge.Input));
        var answers = graph.Answers.ToDictionary(answered => (answered.Shape, answered.Input), answered => answered.Refusal);
        var differences = new List<string>();
        for (var shape = 0; shape < graph.Shapes.Count; shape++)
        {
            for (var input = 0; input < graph.Inputs.Count; input++)
            {
                var before = Read(graph.Shapes[shape]);
                var paper = rules.Answer(before, graph.Inputs[input].Name);
                var edge = edges.GetValueOrDefault((shape, input));
                var explored = new NaiveAnswer(edge is null ? before : Read(graph.Shapes[edge.To]), answers.GetValueOrDefault((shape, input)), edge?.LetsIn ?? false);
                if (paper != explored)
                    differences.Add($"{graph.Inputs[input].Name} in {before}:\n  on paper {paper}\n  explored {explored}");
            }
        }

        output.WriteLine($"{graph.Shapes.Count} states, {graph.Inputs.Count} inputs, {graph.Shapes.Count * graph.Inputs.Count} pairs, {graph.Edges.Count} edges");
        Assert.True(differences.Count == 0, $"{differences.Count} differences, one of each input:\n{string.Join("\n", differences.DistinctBy(difference => difference[..difference.IndexOf(" in ", StringComparison.Ordinal)]))}");
    }

    [Theory]
    [MemberData(nameof(SignInScales.Names), MemberType = typeof(SignInScales))]
    public void The_rules_on_paper_reach_the_same_states(string scale)
    {
        var (limits, rules) = SignInScales.Of(scale);
        var graph = SignInScales.GraphOf(limits);

        var reached = Reached(rules, [.. graph.Inputs.Select(input => input.Name)]);

        Assert.Equal(graph.Shapes.Select(Read).ToHashSet(), reached);
    }

    /// <summary>The enrolment's business, which is not explored here: the owner confirms the number again, and nothing is known against it any more.</summary>
    [Theory]
    [MemberData(nameof(SignInScales.Names), MemberType = typeof(SignInScales))]
    public void To_confirm_the_number_again_or_another_one_leads_to_no_other_state(string scale)
    {
        var (limits, rules) = SignInScales.Of(scale);
        var reached = Reached(rules, [.. SignInScales.GraphOf(limits).Inputs.Select(input => input.Name)]);

        Assert.All(reached, state =>
        {
            Assert.Contains(state with { Number = NaiveStanding.Good }, reached);
            Assert.Contains(state.Over() with { Number = NaiveStanding.Good, Waits = false }, reached);
        });
    }

    [Theory]
    [MemberData(nameof(SignInScales.Names), MemberType = typeof(SignInScales))]
    public void The_example_of_every_shape_has_that_shape_again(string scale)
    {
        var limits = SignInScales.Of(scale).Limits;
        var space = new SignInSpace(limits);

        Assert.All(SignInScales.GraphOf(limits).Shapes, shape => Assert.Equal(shape, space.Of(space.Example(shape))));
    }

    /// <summary>A wait may reach the window, at once or by doubling, and is over then only as the last send leaves: no example could show it over before.</summary>
    [Theory]
    [InlineData("default", 60)]
    [InlineData("default", 30)]
    [InlineData("larger", 30)]
    [InlineData("larger", 15)]
    [InlineData("new code on resend", 15)]
    public void A_wait_as_long_as_the_window_ends_with_it(string scale, int minutes)
    {
        var limits = SignInScales.Of(scale).Limits;
        limits = limits with { Sending = limits.Sending with { ResendWait = Duration.FromMinutes(minutes), Window = Duration.FromHours(1) } };
        var space = new SignInSpace(limits);
        var graph = SignInScales.GraphOf(limits);

        Assert.Contains(graph.Shapes, shape => shape is { Waiting: true } && SendBudget.Wait(shape.Sends, limits.Sending) == limits.Sending.Window);
        Assert.All(graph.Shapes, shape => Assert.Equal(shape, space.Of(space.Example(shape))));
        Assert.All<SignInProperty>([new NoBypass(), new SignInReachable(), new NoSignInLockout()], property => Assert.Equal(Verdict.Proved, property.Look(graph).Verdict));
    }

    /// <summary>A shape does not tell how the newest sign-in ended: nothing may come of that, but another word for no.</summary>
    [Theory]
    [MemberData(nameof(SignInScales.Names), MemberType = typeof(SignInScales))]
    public void A_sign_in_that_ended_is_as_none(string scale)
    {
        var limits = SignInScales.Of(scale).Limits;
        var space = new SignInSpace(limits);
        var graph = SignInScales.GraphOf(limits);

        foreach (var shape in graph.Shapes.Where(shape => shape is { Active: not null, Phase: SignInPhase.None, Waiting: false, Codes: 0, CodeFailures: 0 }))
        {
            var none = space.Example(shape);
            var newest = space.Example(shape with { Phase = shape.Active is VerificationChannel.AppPush ? SignInPhase.Confirmed : SignInPhase.Asked, Sends = 1, OwnSends = 1 }).SignIn!;
            foreach (var input in graph.Inputs.Where(input => input.Command is not null))
            {
                var expected = Come(none, input);
                foreach (var end in new[] { SignInState.Approved, SignInState.Denied, SignInState.Expired, SignInState.Exhausted })
                {
                    var come = Come(none with { SignIn = newest with { Ended = end } }, input);
                    Assert.True(expected == come, $"{input.Name} after {end} in {shape}: {come}, and else {expected}");
                }
            }
        }

        (SignInShape After, string Events, bool Refused) Come(Enrolment enrolment, SignInInput input)
        {
            var decision = Decider.Decide(new Situation(enrolment, input.Facts! with { DeviceRegistered = enrolment.Devices.Count > 0 }, limits, Gate.Open), input.Command!);
            return (space.Of(decision.Events.Aggregate(enrolment, Evolution.Apply)), string.Join(", ", decision.Events.Select(happened => happened.Trigger)), decision.Refusal is not null);
        }
    }

    /// <summary>The story is told step by step, and by the rules on paper its owner is asked before the last step, and after it the password suffices.</summary>
    [Fact]
    public void The_bypass_of_the_policy_of_2014_is_one_on_paper_too()
    {
        var (limits, rules) = SignInScales.Of("twitter-2014");

        var told = new NoBypass().Look(SignInScales.GraphOf(limits)).Trace!;

        Assert.Equal(["EnableVerification Sms", "OptOutOfDelivery"], told.Select(step => step.Action));
        Assert.Equal(told, new Explorer().Explore(ShippedPolicies.Twitter2014).Properties.Single(property => property.Name == nameof(NoBypass)).Trace);
        var before = told.SkipLast(1).Aggregate(NaiveSignIn.Start, (state, step) => rules.Answer(state, step.Action).After);
        var after = rules.Answer(before, told[^1].Action).After;
        Assert.Equal((NaiveAsked.Sms, null), (before.AskedBy, after.AskedBy));
        Assert.Equal((null, RefusalCode.NotEnabled), (rules.Answer(before, "BeginSignIn").No, rules.Answer(after, "BeginSignIn").No));
    }

    private static HashSet<NaiveSignIn> Reached(NaiveSignInRules rules, IReadOnlyList<string> inputs)
    {
        var reached = new HashSet<NaiveSignIn> { NaiveSignIn.Start };
        var open = new Stack<NaiveSignIn>(reached);
        while (open.TryPop(out var state))
        {
            foreach (var input in inputs)
            {
                if (rules.Answer(state, input).After is var after && reached.Add(after))
                    open.Push(after);
            }
        }

        return reached;
    }

    private static NaiveSignIn Read(SignInShape shape) => new(
        shape.Active switch { null => null, VerificationChannel.Sms => NaiveAsked.Sms, _ => NaiveAsked.App },
        shape.Reach switch { Reach.Open => NaiveStanding.Good, Reach.Stopped => NaiveStanding.Stopped, _ => NaiveStanding.ChangedHands },
        shape.Device,
        shape.Phase switch { SignInPhase.None => NaiveQuestion.None, SignInPhase.Asked => NaiveQuestion.Open, _ => NaiveQuestion.SaidYes },
        shape.Tries,
        shape.Sends - shape.OwnSends,
        shape.OwnSends,
        shape.Waiting,
        new NaiveFailures(shape.Failures, shape.Locked),
        shape.Codes,
        new NaiveFailures(shape.CodeFailures, shape.CodesLocked));
}
