using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>
/// The screens of a policy with everything resolved once: where links and accepted actions lead, where surfaces begin, and in which cases
/// each offer and link is there. The ways out, the explorer and the walk go by it. Immutable and thread-safe.
/// </summary>
public sealed class ScreenMap
{
    private readonly Screen[] screens;
    private readonly FrozenDictionary<string, int> indices;

    /// <param name="policy">A valid policy: every target exists.</param>
    internal ScreenMap(PolicyDocument policy)
    {
        Surfaces = [.. policy.Surfaces.Select(surface => Surface.Parse(surface.Name))];
        var names = policy.Surfaces.SelectMany(surface => surface.Screens.Select(screen => new ScreenTarget(surface.Name, screen.Name)));
        var ids = names.Index().ToDictionary(entry => entry.Item, entry => new ScreenId(entry.Index));
        ScreenId[] homeIds = [.. policy.Surfaces.Select(surface => ids[new ScreenTarget(surface.Name, surface.Home)])];
        screens =
        [
            .. policy.Surfaces.Index().SelectMany(surface => surface.Item.Screens.Select(screen => new Screen(
                ids[new ScreenTarget(surface.Item.Name, screen.Name)],
                Surfaces[surface.Index],
                screen,
                Offers(surface.Item.Name, screen, ids),
                [.. Links(surface.Item.Name, screen, ids), .. Openings(ids[new ScreenTarget(surface.Item.Name, screen.Name)], homeIds)]))),
        ];
        Screens = Array.AsReadOnly(screens);
        Homes = [.. homeIds.Select(home => screens[home.Index])];
        indices = Surfaces.Index().ToFrozenDictionary(surface => surface.Item.Name, surface => surface.Index, StringComparer.Ordinal);
        AsksForDelivery = policy.Surfaces.SelectMany(surface => surface.Screens)
            .SelectMany(screen => screen.Actions.Select(offer => offer.When).Concat(screen.Links.Select(link => link.When)))
            .Any(condition => condition?.SmsDelivered is not null);
    }

    /// <summary>Every screen, in the order of the policy; its place here is its <see cref="Screen.Id"/>.</summary>
    public IReadOnlyList<Screen> Screens { get; }

    /// <summary>The surfaces, in the order of the policy.</summary>
    public IReadOnlyList<Surface> Surfaces { get; }

    /// <summary>The screen where a user lands who opens a surface, by the order of the surfaces.</summary>
    public IReadOnlyList<Screen> Homes { get; }

    /// <summary>A screen by its id.</summary>
    /// <param name="id">The id of a screen of this map.</param>
    public Screen this[ScreenId id] => screens[id.Index];

    /// <summary>Whether some condition asks whether the SMS arrived.</summary>
    internal bool AsksForDelivery { get; }

    /// <summary>The screen where a user lands who opens the surface.</summary>
    /// <param name="surface">A surface that the policy declares.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface.</exception>
    public Screen HomeOf(Surface surface) => Homes[IndexOf(surface)];

    /// <summary>The place of a surface in the order of the policy.</summary>
    /// <exception cref="ArgumentException">The policy declares no such surface: a programmer's mistake, never a user's.</exception>
    internal int IndexOf(Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return indices.TryGetValue(surface.Name, out var index)
            ? index
            : throw new ArgumentException($"The policy declares no surface \"{surface}\". Name one of: {string.Join(", ", Surfaces)}.", nameof(surface));
    }

    private static IReadOnlyList<ScreenOffer> Offers(string surface, ScreenDocument screen, Dictionary<ScreenTarget, ScreenId> ids) =>
        [.. screen.Actions.Select(offer => new ScreenOffer(offer.Action, CaseSet.Of(offer.When), ids[new ScreenTarget(surface, offer.Then ?? screen.Name)]))];

    private static IEnumerable<ScreenExit> Links(string surface, ScreenDocument screen, Dictionary<ScreenTarget, ScreenId> ids) =>
        screen.Links.Select(link => new ScreenExit(ids[ScreenTarget.Parse(link.To, surface)], link, CaseSet.Of(link.When)));

    /// <summary>One's own surface can be opened anew, too: whoever closed the page types its address again.</summary>
    private static IEnumerable<ScreenExit> Openings(ScreenId from, IReadOnlyList<ScreenId> homes) =>
        homes.Where(home => home != from).Select(home => new ScreenExit(home, null, CaseSet.Always));
}
