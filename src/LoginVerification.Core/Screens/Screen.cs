namespace LoginVerification.Policies;

/// <summary>Names a screen by its place in a <see cref="ScreenMap"/>. Immutable; compares by value.</summary>
/// <param name="Index">The place, from 0.</param>
public readonly record struct ScreenId(int Index);

/// <summary>A screen: the actions that it offers, and its ways to other screens. Immutable and thread-safe.</summary>
public sealed class Screen
{
    private static readonly int ActionCount = Enum.GetValues<EnrolmentAction>().Length;
    private readonly CaseSet[] offered = new CaseSet[ActionCount];
    private readonly ScreenId[] landings = new ScreenId[ActionCount];

    internal Screen(ScreenId id, Surface surface, ScreenDocument document, IReadOnlyList<ScreenOffer> offers, IReadOnlyList<ScreenExit> exits)
    {
        Id = id;
        Surface = surface;
        Name = document.Name;
        ShowsWaysOut = document.ShowsWaysOut;
        Offers = offers;
        Exits = exits;
        Array.Fill(landings, id);
        foreach (var offer in offers)
        {
            offered[(int)offer.Action] = offer.When;
            landings[(int)offer.Action] = offer.Landing;
        }
    }

    /// <summary>Its id.</summary>
    public ScreenId Id { get; }

    /// <summary>The surface that it belongs to.</summary>
    public Surface Surface { get; }

    /// <summary>Its name, unique on its surface.</summary>
    public string Name { get; }

    /// <summary>Whether the modelled page shows the ways out of a refusal; results carry them always.</summary>
    public bool ShowsWaysOut { get; }

    /// <summary>What the user can do here, each action once.</summary>
    public IReadOnlyList<ScreenOffer> Offers { get; }

    /// <summary>Where the user can go from here: the links, then each surface, opened at its home; no home is opened from itself.</summary>
    public IReadOnlyList<ScreenExit> Exits { get; }

    /// <summary>The cases in which an action is offered; none where it never is.</summary>
    /// <param name="action">The action.</param>
    public CaseSet WhenOffered(EnrolmentAction action) => offered[(int)action];

    /// <summary>The screen after an action was accepted; this one where it is not offered.</summary>
    /// <param name="action">The action.</param>
    public ScreenId LandingAfter(EnrolmentAction action) => landings[(int)action];

    /// <summary>The screen as links name it from elsewhere: <c>web/settings</c>.</summary>
    public override string ToString() => $"{Surface}/{Name}";
}

/// <summary>An action that a screen offers. Immutable; compares by value.</summary>
/// <param name="Action">Which action.</param>
/// <param name="When">The cases in which it is offered.</param>
/// <param name="Landing">The screen where the user lands once it is accepted.</param>
public readonly record struct ScreenOffer(EnrolmentAction Action, CaseSet When, ScreenId Landing);

/// <summary>A way from a screen to another one: a link, or a surface that is opened. Immutable; compares by value.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Link">The link, or null for opening a surface at its home.</param>
/// <param name="When">The cases in which it is there.</param>
public readonly record struct ScreenExit(ScreenId To, ScreenLink? Link, CaseSet When)
{
    /// <summary>Whether a user sees it. That surfaces can be opened, everybody knows.</summary>
    public bool IsVisible => Link is null or { Kind: LinkKind.Visible };
}
