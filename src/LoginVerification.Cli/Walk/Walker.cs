using LoginVerification.Exploration;
using NodaTime;

namespace LoginVerification.Cli;

/// <summary>
/// A person who wants verification by SMS. On a screen they do what their state calls for, if the screen offers it; else they follow
/// links to the nearest screen that does; else they ask the service. Refused, they take the first way out. One walker, one walk.
/// </summary>
internal sealed class Walker
{
    private readonly WalkRequest person;
    private readonly WalkService service;
    private readonly TimeProvider time;
    private readonly ScreenMap screens;
    private readonly LinkSearch links;
    private readonly Action<WalkStep>? tell;
    private readonly List<WalkStep> steps = [];
    private readonly HashSet<(ScreenId Screen, EnrolmentState State, Choice Choice)> refused = [];
    private EnrolmentStatus status = new(EnrolmentState.NoPhone);
    private Screen here;
    private Choice? wayOut;

    private Walker(WalkRequest person, WalkService service, TimeProvider time, Action<WalkStep>? tell)
    {
        (this.person, this.service, this.time, this.tell) = (person, service, time, tell);
        screens = person.Policy.Screens;
        links = new LinkSearch(screens);
        here = screens.HomeOf(person.From);
    }

    /// <summary>What decides which actions and links a screen has.</summary>
    private ConditionCase Now => new(status.State, status.PendingPhone is not null, status.Phone is not null, service.Phone.Code is not null, status.ActiveChannel, status.Devices.Count > 0);

    /// <param name="person">Who walks.</param>
    /// <param name="service">The service.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Is told each step when it is done.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static Task<WalkResult> WalkAsync(WalkRequest person, WalkService service, TimeProvider time, Action<WalkStep>? tell, CancellationToken cancellationToken) =>
        new Walker(person, service, time, tell).WalkAsync(cancellationToken);

    private async Task<WalkResult> WalkAsync(CancellationToken cancellationToken)
    {
        if (person.Store is not null)
            status = await StatusAsync(cancellationToken);
        string? deadEnd = null;
        while (deadEnd is null && status.State is not EnrolmentState.VerificationEnabled)
            deadEnd = await GoOnAsync(wayOut ?? Intent.In(status.State, service.Phone.Code), cancellationToken);
        return new WalkResult(steps, status.State, deadEnd);
    }

    /// <returns>Why nothing leads on, or null.</returns>
    private async Task<string?> GoOnAsync(Choice choice, CancellationToken cancellationToken)
    {
        if (here.WhenOffered(choice.Action).Contains(Now))
            return await ActAsync(choice, cancellationToken);
        if (links.WayTo(here, choice.Action, Now) is not { Count: > 0 } way)
            return await AskAsync(choice, cancellationToken);
        foreach (var hop in way)
            Follow(hop);
        return null;
    }

    private async Task<string?> ActAsync(Choice choice, CancellationToken cancellationToken)
    {
        var result = await service.HandleAsync(PersonHere(), Intent.ToCommand(choice, person, service.Phone.Code), cancellationToken);
        status = await StatusAsync(cancellationToken);
        if (result.Refusal is { } no)
        {
            Note(choice.Action, StepOutcome.Refused, no);
            // Another walk on the same store may have been faster.
            return status.State is EnrolmentState.VerificationEnabled ? null : TakeWayOut(choice, no);
        }

        Note(choice.Action, StepOutcome.Accepted);
        here = screens[here.LandingAfter(choice.Action)];
        wayOut = null;
        return null;
    }

    private string? TakeWayOut(Choice choice, Refusal no)
    {
        if (!IsNew(choice))
            return $"{choice.Action} was refused before at {here}";
        if (no.WaysOut is not [var first, ..])
            return $"{no.Code} has no way out";
        if (first is not WayOut.Act { WithAnotherNumber: false } way)
            return Intent.DeadEnd(first, person.Store);
        wayOut = way.Choice;
        if (way.Surface != here.Surface)
            Open(way.Surface);
        return null;
    }

    /// <summary>No link leads on: the service says why and where to, as it would on a settings page.</summary>
    private async Task<string?> AskAsync(Choice choice, CancellationToken cancellationToken)
    {
        var no = (await StatusAsync(cancellationToken)).Actions.First(action => action.Choice == choice).Refusal;
        var ways = no?.WaysOut.OfType<WayOut.Act>().Where(way => !way.WithAnotherNumber).ToList() ?? [];
        var way = ways.Find(way => way.Surface == person.From) ?? ways.FirstOrDefault();
        var next = way?.Choice ?? choice;
        var isHere = way is null || way.Surface == here.Surface;
        var surface = isHere ? Elsewhere() : way!.Surface;
        if ((no is not null && way is null) || (surface is null && next == choice) || !IsNew(choice))
            return GiveUp(choice, no);

        wayOut = next;
        if (isHere && next != choice)
            Note(choice.Action, StepOutcome.Refused, no);
        else
            Open(surface!, choice.Action, no);
        return null;
    }

    private string GiveUp(Choice choice, Refusal? no)
    {
        Note(choice.Action, StepOutcome.Refused, no);
        return no?.WaysOut is [not WayOut.Act { WithAnotherNumber: false } and var only, ..]
            ? Intent.DeadEnd(only, person.Store)
            : $"from {here} no link leads to a screen that offers {choice.Action}";
    }

    private ValueTask<EnrolmentStatus> StatusAsync(CancellationToken cancellationToken) =>
        service.Enrolments.GetStatusAsync(PersonHere(), cancellationToken);

    private Caller PersonHere() => Caller.User(WalkService.Account, here.Surface, Instant.FromDateTimeOffset(time.GetUtcNow()));

    /// <summary>This surface has it, and no link leads there: who opens it anew is at its home, and who is there already tries another one.</summary>
    private Surface? Elsewhere() => here != screens.HomeOf(here.Surface) ? here.Surface : screens.Surfaces
        .Where(surface => surface != here.Surface)
        .OrderBy(surface => surface != person.From)
        .FirstOrDefault();

    private bool IsNew(Choice choice) => refused.Add((here.Id, status.State, choice));

    private void Follow(Hop hop)
    {
        Note(new Step(Labels.Follow(hop.Link)) { Link = hop.Link.Kind }, StepOutcome.Followed);
        here = hop.To;
    }

    private void Open(Surface surface, EnrolmentAction? wanted = null, Refusal? no = null)
    {
        Note(new Step(Labels.Open(surface)), StepOutcome.Opened, no, wanted);
        here = screens.HomeOf(surface);
    }

    private void Note(EnrolmentAction action, StepOutcome outcome, Refusal? refusal = null) =>
        Note(new Step(action.ToString()), outcome, refusal);

    private void Note(Step step, StepOutcome outcome, Refusal? refusal = null, EnrolmentAction? wanted = null)
    {
        var told = step with { Surface = here.Surface, Screen = here.Name, State = status.State };
        steps.Add(new WalkStep(told, outcome, here.ShowsWaysOut) { Wanted = wanted, Refusal = refusal, Messages = service.Post.Collect() });
        tell?.Invoke(steps[^1]);
    }
}
