using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// What a screen accepts in the graph the service accepts under the policy itself, with its screens and rules; and what a screen offers and
/// the graph does not accept the service refuses.
/// </summary>
public class ProductReplayTests(ITestOutputHelper output)
{
    private const int Sample = 2500;

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void The_service_accepts_on_a_surface_what_the_graph_accepts_on_its_screens(string policy)
    {
        var shipped = ShippedPolicies.Load(policy);
        var product = Explorer.ProductOf(shipped, ExplorationScale.Default.For(shipped.Document), CancellationToken.None);
        var graph = StateGraph.Explore(product, int.MaxValue, null, CancellationToken.None);
        var chance = new Random(1404);
        using var real = new InputReplay(product.Policy);
        var (accepted, refused) = (0, 0);

        foreach (var state in Enumerable.Range(0, Sample).Select(_ => graph.Order[chance.Next(graph.Order.Count)]))
        {
            var place = product.PlaceOf(state);
            var steps = Steps(product, state);
            foreach (var (column, input) in product.Table.Inputs.Index().Where(input => input.Item.Command is not null && IsPut(product, place, input.Item)))
            {
                var page = product.Site.Pages[place.Page];
                var numbers = product.Classes[place.Class].Numbers;
                var account = product.Table.Space.Example(product.Table.Shapes[place.Shape], numbers);

                var came = real.Give(account, input, page.Surface, numbers, place.Device, ShapeSpace.Now);

                var isTaken = steps.TryGetValue(Array.IndexOf(product.Moves, column), out var next);
                var where = $"{page}, {product.Classes[place.Class].Name}, {product.Table.Shapes[place.Shape]}: {input.Name}";
                Assert.True(isTaken == came.Happens, $"{where}: {came.Refusal?.Code.ToString() ?? "accepted"}");
                if (isTaken)
                    Assert.True(product.Table.Shapes[product.PlaceOf(next).Shape] == product.Table.Space.Of(came.After, numbers), where);
                (accepted, refused) = (accepted + (isTaken ? 1 : 0), refused + (isTaken ? 0 : 1));
            }
        }

        output.WriteLine($"{accepted} accepted, {refused} refused, of {graph.Order.Count} states");
        Assert.True(accepted > Sample && refused > Sample);
    }

    /// <summary>The states after a state, by the move that leads there.</summary>
    private static Dictionary<int, int> Steps(PolicyModel product, int state)
    {
        var (targets, moves) = (new int[Move.Most], new int[Move.Most]);
        var count = product.Expand(state, Filter.Everything, targets, moves);
        return Enumerable.Range(0, count).ToDictionary(step => moves[step], step => targets[step]);
    }

    /// <summary>Whether somebody can put it there: what no user asks for always, a user's command where the screen offers it and with what is at hand.</summary>
    private static bool IsPut(PolicyModel product, ModelState place, Input input)
    {
        var shape = product.Table.Shapes[place.Shape];
        // Of two numbers of which nothing is known the table asks about one.
        if (input.Number is Slot.Second && shape.IsNew(Slot.Second) && shape.IsNew(Slot.First))
            return false;
        if (input.Action is not { } action)
            return true;
        var account = product.Table.ExampleOf(place.Shape);
        var offer = product.Site.Pages[place.Page].Screen.Actions.FirstOrDefault(known => known.Action == action);
        return offer is not null
            && (offer.When is null || offer.When.Holds(ConditionCase.Of(account, place.Message is SmsDelivery.Arrived)))
            && (input.NeedsDevice is null || input.NeedsDevice == place.Device)
            && !(input.NeedsMessage && place.Message is SmsDelivery.OnItsWay or SmsDelivery.Lost);
    }
}
