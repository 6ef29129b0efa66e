namespace LoginVerification.Exploration;

/// <summary>Everything that moves a model on, one guarded command each.</summary>
internal sealed class ModelCommands(PolicyModel product, ModelNames names)
{
    public IEnumerable<(string Heading, IEnumerable<ModelCommand> Commands)> All() =>
    [
        .. product.Site.Pages.Index().Select(page => ($"The user on {page.Item}.", OnPage(page.Index, page.Item))),
        ("The user opens another surface at its home.", product.Site.Homes.Select(Opening)),
        ("The rest of the world, wherever the user is.", [.. OfTheWorld(), .. Accidents()]),
    ];

    private IEnumerable<ModelCommand> OnPage(int index, Page page) =>
    [
        .. names.Inputs.Select(input => (Index: input, Input: product.Table.Inputs[input])).SelectMany(known => page.Screen.Actions
            .Where(offer => offer.Action == known.Input.Action)
            .Select(offer => Offered(index, page, offer, known.Index, known.Input))),
        .. page.Trails.Where(trail => trail.Link is not null).Select(trail => Following(index, page, trail)),
    ];

    private ModelCommand Offered(int index, Page page, ScreenAction offer, int input, Input known)
    {
        var guard = TreeWriter.And(
            ModelNames.Is(ModelNames.Screen, names.Screens[index]),
            ModelFacts.Of(offer.When),
            names.Gates[(page.Surface, offer.Action, known.Channel)],
            ModelFacts.Of(known.NeedsDevice, ModelNames.Device),
            known.NeedsMessage ? ModelNames.CodeAtHand : "true");
        var command = Taking(input, $"{known.Name} on {page}", guard);
        return offer.Then is { } landing && !Sometimes(input, cell => cell.Refusal is not null)
            ? command with { Assignments = [(ModelNames.Screen, ScreenOf(page.Surface, landing)), .. command.Assignments] }
            : command;
    }

    private ModelCommand Following(int index, Page page, Trail trail) => new(
        $"{ActionLabels.Of(trail, product.Site)} from {page}",
        TreeWriter.And(ModelNames.Is(ModelNames.Screen, names.Screens[index]), ModelFacts.Of(trail.Link!.When)))
    {
        Assignments = [(ModelNames.Screen, names.Screens[trail.To])],
    };

    private ModelCommand Opening(int home)
    {
        var surface = product.Site.Pages[home].Surface;
        return new ModelCommand(ActionLabels.Opening(surface), $"!{names.Surfaces[surface]}") { Assignments = [(ModelNames.Screen, names.Screens[home])] };
    }

    private IEnumerable<ModelCommand> OfTheWorld() => names.Inputs.Where(input => product.Table.Inputs[input].Action is null)
        .Select(input => Taking(input, product.Table.Inputs[input].Name, "true") with { IsAdverse = product.Table.Inputs[input].Actor is Actor.Environment });

    private static IEnumerable<ModelCommand> Accidents()
    {
        var onItsWay = ModelNames.Is(ModelNames.Message, ModelNames.OnItsWay);
        return
        [
            new ModelCommand(ActionLabels.MessageArrives, onItsWay) { Assignments = [(ModelNames.Message, ModelNames.Arrived)] },
            new ModelCommand(ActionLabels.MessageIsLost, onItsWay) { Assignments = [(ModelNames.Message, ModelNames.Lost)], IsAdverse = true },
            new ModelCommand(ActionLabels.DeviceIsLost, ModelNames.Device) { Assignments = [(ModelNames.Device, "false")], IsAdverse = true },
        ];
    }

    private ModelCommand Taking(int input, string label, string guard)
    {
        var sends = Sometimes(input, cell => cell.SendsCode);
        return new ModelCommand(label, TreeWriter.And(guard, names.Acceptances[input]))
        {
            Procedure = names.Effects[input],
            Assignments = sends ? [(ModelNames.Message, ModelNames.OnItsWay)] : [],
            SettlesMessage = !sends,
        };
    }

    /// <summary>
    /// Whether it is so where something happens by an input. Sending a code, and a "no" that counts, are then always so: an input that sends
    /// a code does so whenever it is accepted, and a wrong code is never right.
    /// </summary>
    private bool Sometimes(int input, Func<Cell, bool> holds) =>
        Enumerable.Range(0, product.Table.Shapes.Length).Select(shape => product.Table[shape, input]).Any(cell => cell.Happens && holds(cell));

    private string ScreenOf(Surface surface, string screen) =>
        names.Screens[Array.FindIndex(product.Site.Pages, page => page.Surface == surface && page.Screen.Name == screen)];
}
