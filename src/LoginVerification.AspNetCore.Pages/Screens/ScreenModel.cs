namespace LoginVerification.Pages;

/// <summary>What a screen's page is drawn from: the screen of the policy and where the enrolment stands. Immutable.</summary>
public sealed class ScreenModel
{
    internal ScreenModel(Screen screen, EnrolmentStatus status, string address)
    {
        (Screen, Status, Address, Case) = (screen, status, address, StatusReading.CaseOf(status));
    }

    /// <summary>The screen.</summary>
    public Screen Screen { get; }

    /// <summary>Where the enrolment stands.</summary>
    public EnrolmentStatus Status { get; }

    /// <summary>The case by which the screen's conditions are asked.</summary>
    public ConditionCase Case { get; }

    /// <summary>What went wrong with a form of the page, or null.</summary>
    public PageProblem? Problem { get; init; }

    /// <summary>What was done, in words, or null.</summary>
    public string? Done { get; init; }

    /// <summary>The path of the screen.</summary>
    public string Address { get; }

    /// <summary>What is offered now, in the order of the policy.</summary>
    public IEnumerable<ScreenOffer> Offers => Screen.Offers.Where(offer => offer.When.Contains(Case));

    /// <summary>The links that are there now: neither those inside messages, nor other surfaces, which everybody knows.</summary>
    public IEnumerable<ScreenExit> Links => Screen.Exits.Where(exit => exit.Link is { Kind: LinkKind.Visible or LinkKind.Hidden } && exit.When.Contains(Case));

    /// <summary>Whether the code is sent again on a page of its own, which "Not received a text message?" leads to.</summary>
    public bool HasNotReceivedPage => IsOffered(EnrolmentAction.ConfirmCode) && IsOffered(EnrolmentAction.ResendCode);

    /// <summary>Whether an action is offered now.</summary>
    /// <param name="action">The action.</param>
    public bool IsOffered(EnrolmentAction action) => Screen.WhenOffered(action).Contains(Case);

    /// <summary>What the status says of an action, one entry a channel where it takes one.</summary>
    /// <param name="action">The action.</param>
    public IEnumerable<ActionStatus> StatusOf(EnrolmentAction action) => Status.Actions.Where(status => status.Choice.Action == action);

    /// <summary>What was wrong with a form, or null.</summary>
    /// <param name="form">The name of its action.</param>
    public PageProblem? ProblemOf(string form) => Problem?.Form == form ? Problem : null;
}
