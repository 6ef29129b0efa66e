namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>What is asked alone is answered as it is among all, and nothing else is worked out for it.</summary>
public class AskedTests
{
    private static readonly EnrolmentPolicy Policy = ShippedPolicies.Twitter2014;
    private static readonly PolicyExploration Whole = new Explorer().Explore(Policy);

    public static TheoryData<string> Names => [.. PolicyProperties.All.Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_property_that_is_asked_alone_has_the_same_verdict(string name)
    {
        var alone = Ask(name);

        var (told, among) = (Assert.Single(alone.Properties), Whole.Properties.Single(property => property.Name == name));
        Assert.Equal((among.Verdict, among.Reason, among.Trace?.Count), (told.Verdict, told.Reason, told.Trace?.Count));
        Assert.Equal(among.Violations, told.Violations);
    }

    [Fact]
    public void Nothing_is_worked_out_that_nobody_asked_for()
    {
        var (gates, traps, signIns) = (Ask("AcceptanceAgrees"), Ask("NoTrap"), Ask("NoBypass"));

        Assert.Equal((0, 0, 0, 0), (gates.States, gates.Edges, gates.OperatorOnly, gates.SignInStates));
        Assert.Equal((Whole.States, Whole.OperatorOnly, 0), (traps.States, traps.OperatorOnly, traps.SignInStates));
        Assert.Equal((Whole.States, 0, Whole.SignInStates), (signIns.States, signIns.OperatorOnly, signIns.SignInStates));
        Assert.All([gates, traps, signIns], explored => Assert.True(explored.IsComplete));
    }

    [Fact]
    public void Whoever_listens_hears_of_shapes_of_states_and_of_each_property()
    {
        var heard = new List<ExplorationProgress>();

        new Explorer().Explore(Policy, new ExplorationOptions { Progress = new Ear(heard.Add) });

        Assert.Contains(heard, progress => progress.Shapes > 0);
        Assert.Contains(heard, progress => progress is { States: > 0, Property: null });
        // They are judged side by side, and told one by one.
        Assert.Equal(PolicyProperties.All.Select(property => property.Name).Order(), heard.Select(progress => progress.Property).OfType<string>().Order());
    }

    private static PolicyExploration Ask(string name) =>
        new Explorer().Explore(Policy, new ExplorationOptions { Properties = [PolicyProperties.All.Single(property => property.Name == name)] });

    private sealed class Ear(Action<ExplorationProgress> hear) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value) => hear(value);
    }
}
