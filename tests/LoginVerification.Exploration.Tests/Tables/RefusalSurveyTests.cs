using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>The survey asks once for states that it takes for alike. Asking in every state finds nothing else.</summary>
public class RefusalSurveyTests
{
    public static TheoryData<string, int, int, int> Rows()
    {
        var rows = new TheoryData<string, int, int, int>
        {
            { "consistent", 1, 2, 2 },
            { "consistent", 2, 1, 1 },
            { "twitter-2014", 1, 2, 2 },
            { "twitter-2014-web-takes-code", 1, 2, 2 },
        };
        if (Full.IsAsked)
            rows.Add("consistent", 2, 2, 2);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Asking_in_every_state_finds_the_same_refusals(string policy, int numbers, int perNumber, int perAccount)
    {
        var shipped = ShippedPolicies.Load(policy);
        var scale = (ExplorationScale.Default with { Numbers = numbers, SendsPerNumber = perNumber, SendsPerAccount = perAccount }).For(shipped.Document);
        var product = Explorer.ProductOf(shipped, scale, CancellationToken.None);
        var graph = StateGraph.Explore(product, int.MaxValue, null, CancellationToken.None);

        var surveyed = new ReachableRefusals(graph, CancellationToken.None).All()
            .Select(refused => (refused.Page.ToString(), refused.Class.Name, refused.Input.Name, refused.Refusal.Code, refused.Refusal.WaysOut.Count > 0)).ToHashSet();

        Assert.Equal(Everywhere(product, graph).Order(), surveyed.Order());
    }

    private static HashSet<(string, string, string, RefusalCode, bool)> Everywhere(PolicyModel product, StateGraph graph)
    {
        var refusals = new HashSet<(string, string, string, RefusalCode, bool)>();
        foreach (var place in graph.Order.Select(product.PlaceOf))
        {
            var page = product.Site.Pages[place.Page];
            var known = product.Classes[place.Class];
            var account = product.Table.Space.Example(product.Table.Shapes[place.Shape], known.Numbers);
            foreach (var input in product.Table.Inputs.Where(input => input.Action is not null))
            {
                var offer = page.Screen.Actions.FirstOrDefault(offer => offer.Action == input.Action);
                if (offer is null || !Holds(offer.When, account, place.Message) || (input.NeedsDevice is { } device && device != place.Device))
                    continue;
                var facts = input.FactsOn(page.Surface, known.Numbers) with { DeviceRegistered = place.Device };
                if (product.Explainer.Decide(account, input.Command!, facts).Refusal is { } refusal)
                    refusals.Add((page.ToString(), known.Name, input.Name, refusal.Code, refusal.WaysOut.Count > 0));
            }
        }

        return refusals;
    }

    private static bool Holds(ScreenCondition? when, Enrolment account, SmsDelivery message) =>
        when is null || when.Holds(ConditionCase.Of(account, message is SmsDelivery.Arrived));
}
