using NodaTime;

namespace LoginVerification.Cli;

/// <summary>
/// A person who wants verification by SMS. On a screen they do what their state calls for, if the screen offers it; else they follow
/// links to the nearest screen that does; else they ask the service. Refused, they take the first way out. One walker, one walk.
/// </summary>
internal sealed class Walker
{
    private static readonly AccountId Account = AccountId.Parse("walker");

    private readonly WalkRequest person;
    private readonly WalkService service;
    private readonly TimeProvider time;
    private readonly Sitemap sitemap;
    private readonly List<WalkStep> steps = [];
    private readonly HashSet<(string Place, EnrolmentState State, Purpose Purpose)> refused = [];
    private Enrolment enrolment = new(Account);
    private Place here;
    private Purpose? wayOut;

    private Walker(WalkRequest person, WalkService service, TimeProvider time)
    {
        (this.person, this.service, this.time) = (person, service, time);
        sitemap = new Sitemap(person.Policy.Document);
        here = sitemap.Home(person.From.Name);
    }

    private Moment Now => new(enrolment, service.Phone.Code is not null);

    public static async Task<WalkResult> WalkAsync(WalkRequest person, TimeProvider time, CancellationToken cancellationToken)
    {
        using var service = new WalkService(person.Policy, time);
        return await new Walker(person, service, time).WalkAsync(cancellationToken);
    }

    private async Task<WalkResult> WalkAsync(CancellationToken cancellationToken)
    {
        string? deadEnd = null;
        while (deadEnd is null && enrolment.State is not EnrolmentState.VerificationEnabled)
            deadEnd = await GoOnAsync(wayOut ?? Purpose.In(enrolment.State), cancellationToken);
        return new WalkResult(steps, enrolment.State, deadEnd);
    }

    /// <returns>Why nothing leads on, or null.</returns>
    private async Task<string?> GoOnAsync(Purpose purpose, CancellationToken cancellationToken)
    {
        if (Sitemap.Offer(here, purpose.Action, Now) is { } offer)
            return await ActAsync(purpose, offer, cancellationToken);
        if (sitemap.WayTo(here, purpose.Action, Now) is not { Count: > 0 } way)
            return await AskAsync(purpose, cancellationToken);
        foreach (var hop in way)
            Follow(hop);
        return null;
    }

    private async Task<string?> ActAsync(Purpose purpose, ScreenAction offer, CancellationToken cancellationToken)
    {
        var caller = Caller.User(Account, Surface.Parse(here.Surface.Name), Instant.FromDateTimeOffset(time.GetUtcNow()));
        var result = await service.Enrolments.HandleAsync(caller, purpose.ToCommand(person, service.Phone.Code), cancellationToken);
        enrolment = await service.Store.LoadAsync(Account, cancellationToken) ?? enrolment;
        if (result.Refusal is { } no)
        {
            Note(purpose.Action.ToString(), StepOutcome.Refused, no);
            return TakeWayOut(purpose, no);
        }

        Note(purpose.Action.ToString(), StepOutcome.Accepted);
        here = offer.Then is { } then ? sitemap.Resolve(here, then) : here;
        wayOut = null;
        return null;
    }

    private string? TakeWayOut(Purpose purpose, Refusal no)
    {
        if (!IsNew(purpose))
            return $"{purpose.Action} was refused before at {here}";
        if (no.WaysOut is not [var first, ..])
            return $"{no.Code} has no way out";
        if (first is not WayOut.Act { WithAnotherNumber: false } way)
            return DeadEnds.Explain(first);
        wayOut = Purpose.Of(way);
        if (way.Surface.Name != here.Surface.Name)
            Open(way.Surface.Name);
        return null;
    }

    /// <summary>No link leads on: the service says why and where to, as it would on a settings page.</summary>
    private async Task<string?> AskAsync(Purpose purpose, CancellationToken cancellationToken)
    {
        var status = await service.Enrolments.GetStatusAsync(Account, Surface.Parse(here.Surface.Name), cancellationToken);
        var no = status.Actions.First(action => action.Choice == new Choice(purpose.Action, purpose.Channel)).Refusal;
        var ways = no?.WaysOut.OfType<WayOut.Act>().Where(way => !way.WithAnotherNumber).ToList() ?? [];
        var way = ways.Find(way => way.Surface.Name == person.From.Name) ?? ways.FirstOrDefault();
        var next = way is null ? purpose : Purpose.Of(way);
        var isHere = (way?.Surface.Name ?? here.Surface.Name) == here.Surface.Name;
        var surface = isHere ? Elsewhere() : way!.Surface.Name;
        if ((no is not null && way is null) || (surface is null && next == purpose) || !IsNew(purpose))
            return GiveUp(purpose, no);

        wayOut = next;
        if (isHere && next != purpose)
            Note(purpose.Action.ToString(), StepOutcome.Refused, no);
        else
            Open(surface!, purpose.Action, no);
        return null;
    }

    private string GiveUp(Purpose purpose, Refusal? no)
    {
        Note(purpose.Action.ToString(), StepOutcome.Refused, no);
        return no?.WaysOut is [not WayOut.Act { WithAnotherNumber: false } and var only, ..]
            ? DeadEnds.Explain(only)
            : $"from {here} no link leads to a screen that offers {purpose.Action}";
    }

    /// <summary>This surface has it, and no link leads there: who opens another one and comes back is at home again.</summary>
    private string? Elsewhere() => sitemap.Surfaces
        .Select(surface => surface.Name)
        .Where(name => name != here.Surface.Name)
        .OrderBy(name => name != person.From.Name)
        .FirstOrDefault();

    private bool IsNew(Purpose purpose) => refused.Add((here.ToString(), enrolment.State, purpose));

    private void Follow(Hop hop)
    {
        steps.Add(new WalkStep(hop.From, hop.Name, StepOutcome.Followed, enrolment.State) { Link = hop.Link.Kind });
        here = hop.To;
    }

    private void Open(string surface, EnrolmentAction? wanted = null, Refusal? no = null)
    {
        steps.Add(new WalkStep(here, $"open {surface}", StepOutcome.Opened, enrolment.State) { Wanted = wanted, Refusal = no });
        here = sitemap.Home(surface);
    }

    private void Note(string action, StepOutcome outcome, Refusal? refusal = null) =>
        steps.Add(new WalkStep(here, action, outcome, enrolment.State) { Refusal = refusal, Messages = service.Post.Collect() });
}
