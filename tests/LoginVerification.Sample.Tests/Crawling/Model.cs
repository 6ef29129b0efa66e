using LoginVerification.Exploration;

namespace LoginVerification.Sample.Tests.Crawling;

/// <summary>A screen and the case of the enrolment that it is shown in.</summary>
/// <param name="Screen">The screen, as <c>surface/screen</c>.</param>
/// <param name="At">The case.</param>
internal sealed record Node(string Screen, ConditionCase At)
{
    public override string ToString() => $"{Screen} {At.State}{(At.Pending ? " pending" : "")}{(At.Verified ? " verified" : "")}{(At.SmsDelivered ? " delivered" : "")}";
}

/// <summary>What the model says: which screens are reached in which cases, and what each of them has there.</summary>
internal static class Model
{
    /// <summary>Every screen and case that the explorer reaches for numbers of a class: its states, less what no screen asks for.</summary>
    public static HashSet<Node> Explore(EnrolmentPolicy policy, CountryCode country)
    {
        var seen = new HashSet<Node>();
        var look = PolicyProperty.Always("Seen", view =>
        {
            if (view.Class.Country == country)
                seen.Add(new Node($"{view.Surface}/{view.Screen}", ConditionCase.Of(view.Enrolment with { ActiveChannel = view.State is EnrolmentState.VerificationEnabled ? VerificationChannel.Sms : null }, view.Message is SmsDelivery.Arrived, device: false)));
            return true;
        });
        // One try and one failure: how often somebody errs changes no screen.
        var scale = new ExplorationScale { SendsPerNumber = 1, SendsPerAccount = 2, FinalFailures = 1 };
        Assert.True(new Explorer().Explore(policy, new ExplorationOptions { Scale = scale, CustomProperties = [look] }).IsComplete);
        return seen;
    }

    /// <summary>The country of the class that a country's numbers are of.</summary>
    public static CountryCode ClassOf(EnrolmentPolicy policy, string country)
    {
        var classes = new Explorer().Explore(policy, new ExplorationOptions { Scale = new ExplorationScale { Numbers = 1 }, MostStates = 1 }).Classes;
        return classes.FirstOrDefault(known => known.Country.Value == country)?.Country ?? classes.MaxBy(known => known.Countries)!.Country;
    }

    public static Screen ScreenOf(EnrolmentPolicy policy, string name) => policy.Screens.Screens.Single(screen => screen.ToString() == name);

    public static IEnumerable<string> Offers(EnrolmentPolicy policy, Node node) =>
        ScreenOf(policy, node.Screen).Offers.Where(offer => offer.When.Contains(node.At)).Select(offer => offer.Action.ToString()).Order();

    /// <summary>The links, each as its kind and where it leads; those of messages as well.</summary>
    public static IEnumerable<string> Links(EnrolmentPolicy policy, Node node) =>
        ScreenOf(policy, node.Screen).Exits.Where(exit => exit.Link is not null && exit.When.Contains(node.At))
            .Select(exit => $"{exit.Link!.Kind.ToString().ToLowerInvariant()} {policy.Screens[exit.To]}").Order();
}
