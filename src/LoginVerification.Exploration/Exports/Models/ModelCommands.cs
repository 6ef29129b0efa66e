namespace LoginVerification.Exploration;

/// <summary>
/// Everything that moves a model on, one guarded command each. What a screen offers, and where it leads, is read from the policy itself, so that
/// a checker's counts confirm what the explorer made of it.
/// </summary>
internal sealed class ModelCommands(PolicyModel model, ModelNames names)
{
    private readonly ModelFacts facts = new(model, names);
    private readonly IReadOnlyList<ScreenDocument> documents = [.. model.Policy.Document.Surfaces.SelectMany(surface => surface.Screens)];

    public IEnumerable<(string Heading, IEnumerable<ModelCommand> Commands)> All() =>
    [
        .. model.Screens.Screens.Select(screen => ($"The user on {screen}.", OnScreen(screen))),
        ("The user opens a surface at its home.", model.Screens.Homes.Select(Opening)),
        ("The rest of the world, wherever the user is.", [.. OfTheWorld(), .. Accidents()]),
    ];

    private IEnumerable<ModelCommand> OnScreen(Screen screen) =>
    [
        .. from column in names.Columns
           from offer in documents[screen.Id.Index].Actions
           where offer.Action == model.Table[column].Choice?.Action
           select Offered(screen, offer, column),
        .. Registering(screen),
        .. screen.Exits.Where(exit => exit.Link is not null).Select(exit => Following(screen, exit)),
    ];

    private ModelCommand Offered(Screen screen, ScreenAction offer, ColumnId column)
    {
        var input = model.Table[column];
        var guard = TreeWriter.And(
            ModelFacts.Of(offer.When),
            names.Gates[(screen.Surface, input.Choice!.Value)],
            ModelFacts.Of(input.NeedsDevice, ModelNames.Device),
            input.NeedsMessage ? ModelNames.CodeAtHand : "true");
        var isLeft = offer.Then is not null && !Sometimes(column, cell => cell.Refusal is not null);
        return Taking(column, guard) with
        {
            Label = $"{input.Name} on {screen}",
            Screen = names.Of(screen.Id),
            Target = isLeft ? ScreenOf(screen.Surface, offer.Then!) : null,
        };
    }

    /// <summary>A device is registered where the app channel is offered, and let through once one is.</summary>
    private IEnumerable<ModelCommand> Registering(Screen screen)
    {
        var offers = documents[screen.Id.Index].Actions
            .Where(offer => offer.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel)
            .Select(offer => TreeWriter.And(ModelFacts.Of(offer.When), facts.Gate(screen.Surface, new Choice(offer.Action, VerificationChannel.AppPush), onceRegistered: true)))
            .ToList();
        if (offers.Count == 0)
            return [];
        return
        [
            new ModelCommand(Labels.RegisterDevice, TreeWriter.And(ModelFacts.Of(false, ModelNames.Device), ModelFacts.Any(offers)))
            {
                Label = $"{Labels.RegisterDevice} on {screen}",
                Screen = names.Of(screen.Id),
                Settings = [(ModelNames.Device, "true")],
            },
        ];
    }

    private ModelCommand Following(Screen screen, ScreenExit exit)
    {
        var action = ExportLabels.Of(exit, model.Screens);
        return new ModelCommand(action, ModelFacts.Of(exit.Link!.When)) { Label = $"{action} from {screen}", Screen = names.Of(screen.Id), Target = names.Of(exit.To) };
    }

    private ModelCommand Opening(Screen home) => new(Labels.Open(home.Surface), "true") { Except = names.Of(home.Id), Target = names.Of(home.Id) };

    private IEnumerable<ModelCommand> OfTheWorld() => names.Columns.Where(column => model.Table[column].Choice is null)
        .Select(column => Taking(column, "true") with { IsAdverse = model.Table[column].Actor is Actor.Environment });

    private IEnumerable<ModelCommand> Accidents()
    {
        var onItsWay = ModelNames.Is(ModelNames.Message, ModelNames.OnItsWay);
        return
        [
            new ModelCommand(Labels.SmsArrives, onItsWay) { Actor = Actor.Environment, Settings = [(ModelNames.Message, ModelNames.Arrived)] },
            new ModelCommand(Labels.SmsIsLost, TreeWriter.And(onItsWay, facts.LosesSms)) { Actor = Actor.Environment, Settings = [(ModelNames.Message, ModelNames.Lost)], IsAdverse = true },
            new ModelCommand(Labels.DeviceIsLost, ModelNames.Device) { Actor = Actor.Environment, Settings = [(ModelNames.Device, "false")], IsAdverse = true },
        ];
    }

    private ModelCommand Taking(ColumnId column, string guard)
    {
        var sends = Sometimes(column, cell => cell.SendsCode);
        return new ModelCommand(model.Table[column].Name, TreeWriter.And(guard, names.Acceptances[column]))
        {
            Actor = model.Table[column].Actor,
            Procedure = names.Effects[column],
            SendsCode = sends,
            SendsSameCode = names.SameCodes.GetValueOrDefault(column),
            SettlesMessage = !sends,
        };
    }

    /// <summary>
    /// Whether something is so in some shape where something happens by an input. Of sending a code, and of a "no" that counts, that is as good as
    /// always: an input that sends a code does so whenever it is accepted, and a wrong code is never right.
    /// </summary>
    private bool Sometimes(ColumnId column, Func<Cell, bool> holds) =>
        model.Table.ShapeIds.Select(shape => model.Table[shape, column]).Any(cell => cell.IsStep && holds(cell));

    private string ScreenOf(Surface surface, string name) => names.Of(model.Screens.Screens.First(screen => screen.Surface == surface && screen.Name == name).Id);
}
