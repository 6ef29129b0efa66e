using LoginVerification;
using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace SettingsPage.Explaining;

/// <summary>What the explorer says of the policy, screen by screen. It explores once, in the background, under small bounds, so that it takes seconds.</summary>
internal sealed class PolicyFindings(EnrolmentPolicy policy) : BackgroundService
{
    private volatile Explored? explored;

    /// <summary>Whether it is still exploring.</summary>
    public bool IsExploring => explored is null;

    /// <summary>What is to be said of a screen, for numbers of a country, or of all where the owner has none yet.</summary>
    public IEnumerable<Finding> Of(Screen screen, CountryCode? country)
    {
        foreach (var exit in screen.Exits.Where(exit => exit.Link is { Kind: not LinkKind.Visible }))
            yield return new Finding(exit.Link!.Kind is LinkKind.Hidden ? "Hidden link" : "Link in the SMS", $"\"{exit.Link.Label}\" leads to {policy.Screens[exit.To]}");
        if (!screen.Exits.Any(exit => exit is { Link.Kind: LinkKind.Visible }))
            yield return new Finding("No visible link", "nothing that is seen here leads on to another screen");
        if (explored is not { } known)
            yield break;
        foreach (var property in known.Exploration.Properties.Where(property => property.Verdict is Verdict.Violated))
        {
            var traps = property.TrapEntries.Where(entry => entry.Surface == screen.Surface && entry.Screen == screen.Name && Concerns(entry.Class, country))
                .Select(entry => new Finding("Trap", $"{entry.Class.Name}: {entry.Action}: {entry.Consequence}", property.Name));
            var others = property.TrapEntries.Count > 0 ? [] : property.Violations.Where(violation => violation.Surface == screen.Surface && violation.Screen == screen.Name && Concerns(violation.Class, country))
                .Select(Tell).Distinct().ToList();
            var broken = others.Count == 0 ? [] : new[] { new Finding("Broken promise", string.Join("; ", others), property.Name) };
            foreach (var finding in traps.Concat(broken).Distinct())
                yield return finding;
        }

        if (country is not null && screen.Offers.Any(offer => offer.Action is EnrolmentAction.SubmitPhone) && known.Routes.Find(screen.Surface, country) is { Refusal: { } refusal } route)
            yield return new Finding("Refused here", $"{country}: {refusal.Code}{(refusal.WaysOut.Count == 0 ? "" : $"; what leads on: {string.Join(", or ", refusal.WaysOut)}")}{(route.IsReachable ? $"; {route.Steps.Count} steps lead to the end, over {string.Join(", ", route.Surfaces)}" : "")}");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            var explorer = new Explorer();
            var exploration = explorer.Explore(policy, new ExplorationOptions { Scale = new ExplorationScale { Numbers = 1 } }, stoppingToken);
            if (exploration.IsComplete)
                explored = new Explored(exploration, PolicyRoutes.Of(policy, explorer));
        },
        stoppingToken);

    /// <summary>A class is that of one country, or of all that no rule names.</summary>
    private bool Concerns(NumberClass? numbers, CountryCode? country) =>
        country is null || numbers is null || numbers.Country == country || (numbers.Countries > 1 && explored!.Exploration.Classes.All(other => other.Country != country));

    private static string Tell(Violation violation)
    {
        string?[] parts = [violation.Class?.Name, violation.Choice?.ToString(), violation.Refusal?.ToString(), violation.Rule, violation.Target, violation.State?.ToString()];
        return string.Join(", ", parts.OfType<string>());
    }

    private sealed record Explored(PolicyExploration Exploration, PolicyRoutes Routes);
}

/// <summary>One thing that the explorer says of a screen.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">What.</param>
/// <param name="Property">The property that is broken, or null.</param>
internal sealed record Finding(string Kind, string Text, string? Property = null);
