using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// What a screen accepts in the graph the service accepts under the policy itself, with its screens and rules; and what a screen offers and
/// the graph does not accept the service refuses.
/// </summary>
public class ModelReplayTests(ITestOutputHelper output)
{
    private const int Sample = 2500;

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    [InlineData("sms-where-listed-app-everywhere")]
    [InlineData("sms-where-the-app-fails")]
    [InlineData("pages-by-channel-and-device")]
    [InlineData("sms-for-the-paid")]
    public void The_service_accepts_on_a_surface_what_the_graph_accepts_on_its_screens(string policy)
    {
        var shipped = TestPolicies.Load(policy);
        var model = new Explorer().ModelOf(shipped, ExplorationScale.Default.For(shipped), CancellationToken.None);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);
        var chance = new Random(1404);
        using var real = new InputReplay(model.Policy);
        var (accepted, refused) = (0, 0);

        foreach (var state in Enumerable.Range(0, Sample).Select(_ => graph[new Position(chance.Next(graph.Count))]))
        {
            var stands = model.Codec.Unpack(state);
            var steps = Steps(model, state);
            real.Attributes = model.ClassOf(stands).Witness;
            foreach (var column in model.Table.Columns.Where(column => model.Table[column].Command is not null && IsPut(model, stands, model.Table[column])))
            {
                var input = model.Table[column];
                var screen = model.ScreenOf(stands);
                var numbers = model.ClassOf(stands).Numbers;
                var account = model.ExampleOf(stands);

                var came = real.Give(account, input, screen.Surface, numbers, stands.Device, ShapeSpace.Now);

                var isSame = model.Table[stands.Shape, column].IsSameStep;
                var isTaken = steps.TryGetValue(new Move(MoveKind.Input, Array.IndexOf(model.Inputs, column)), out var next);
                var where = $"{screen}, {model.ClassOf(stands).Name}, {model.Table[stands.Shape]}: {input.Name}";
                Assert.True((isTaken || (isSame && came.Refusal is null)) == came.Happens, $"{where}: {came.Refusal?.Code.ToString() ?? "accepted"}");
                if (isTaken)
                    Assert.True(model.Table[model.Codec.Unpack(next).Shape] == model.Table.Space.Of(came.After, numbers), where);
                (accepted, refused) = (accepted + (isTaken ? 1 : 0), refused + (came.Happens ? 0 : 1));
            }
        }

        output.WriteLine($"{accepted} accepted, {refused} refused, of {graph.Count} states");
        Assert.True(accepted > Sample && refused > Sample);
    }

    /// <summary>The states after a state, by the move that leads there.</summary>
    private static Dictionary<Move, StateId> Steps(PolicyModel model, StateId state)
    {
        var steps = new Dictionary<Move, StateId>();
        foreach (var (move, to) in model.Successors(state, Filter.Everything))
            steps.Add(move, to);
        return steps;
    }

    /// <summary>Whether somebody can put it there: what no user asks for always, a user's command where the screen offers it and with what is at hand.</summary>
    private static bool IsPut(PolicyModel model, ModelState stands, Input input)
    {
        var shape = model.Table[stands.Shape];
        // Of two numbers of which nothing is known the table asks about one.
        if (input.Number is Slot.Second && shape.IsNew(Slot.Second) && shape.IsNew(Slot.First))
            return false;
        if (input.Choice is not { } choice)
            return true;
        var account = model.Table.ExampleOf(stands.Shape);
        var offer = ScreenDocuments.Of(model, stands).Actions.FirstOrDefault(known => known.Action == choice.Action);
        return offer is not null
            && (offer.When is null || offer.When.Holds(ConditionCase.Of(account, stands.Message is SmsDelivery.Arrived, stands.Device)))
            && (input.NeedsDevice is null || input.NeedsDevice == stands.Device)
            && !(input.NeedsMessage && stands.Message is SmsDelivery.OnItsWay or SmsDelivery.Lost);
    }
}
