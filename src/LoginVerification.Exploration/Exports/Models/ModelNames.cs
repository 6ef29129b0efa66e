namespace LoginVerification.Exploration;

/// <summary>What the parts of a policy are called in a model.</summary>
internal sealed class ModelNames
{
    public const string Arrived = "message_arrived";
    public const string Calm = "calm";
    public const string CalmAllowed = "CALM_ALLOWED";
    public const string CodeAtHand = "code_at_hand()";
    public const string Device = "device";
    public const string HasPending = "has_pending()";
    public const string IsServed = "is_served()";
    public const string IsVerified = "is_verified()";
    public const string Lost = "message_lost";
    public const string Message = "message";
    public const string MessageIsAwaited = "message_is_awaited()";
    public const string None = "message_none";
    public const string Number = "number";
    public const string OnItsWay = "message_on_its_way";
    public const string Screen = "screen";
    public const string SmsDelivered = "sms_delivered()";

    public ModelNames(Product product)
    {
        var identifiers = new Identifiers();
        Screens = [.. product.Site.Pages.Select(page => identifiers.New(page.Surface.Name, page.Screen.Name))];
        Numbers = [.. product.Classes.Select(number => identifiers.New("number", number.Name))];
        Rules = product.Policy.Document.Rules.ToDictionary(rule => rule.Name, rule => Call(identifiers.New("rule", rule.Name)), StringComparer.Ordinal);
        Surfaces = product.Policy.Document.Surfaces.ToDictionary(surface => new Surface(surface.Name), surface => Call(identifiers.New("on", surface.Name)));
        Gates = product.Site.Pages.Select(page => page.Surface).Distinct()
            .SelectMany(surface => product.Moves.Select(input => product.Table.Inputs[input]).Where(input => input.Action is not null).Select(input => (surface, input.Action!.Value, input.Channel)))
            .Distinct()
            .ToDictionary(gate => gate, gate => Call(identifiers.New("gate", $"{gate.surface} {gate.Value} {gate.Channel}".Trim())));
        Acceptances = product.Moves.ToDictionary(input => input, input => Call(identifiers.New("accepts", product.Table.Inputs[input].Name)));
        Effects = product.Moves.ToDictionary(input => input, input => Call(identifiers.New("take", product.Table.Inputs[input].Name)));
    }

    /// <summary>By the index of the page.</summary>
    public IReadOnlyList<string> Screens { get; }

    /// <summary>By the index of the class.</summary>
    public IReadOnlyList<string> Numbers { get; }

    public IReadOnlyDictionary<string, string> Rules { get; }

    /// <summary>Whether the user is on a surface.</summary>
    public IReadOnlyDictionary<Surface, string> Surfaces { get; }

    public IReadOnlyDictionary<(Surface Surface, EnrolmentAction Action, Channel? Channel), string> Gates { get; }

    /// <summary>Whether something happens, by the index of the input.</summary>
    public IReadOnlyDictionary<int, string> Acceptances { get; }

    /// <summary>What happens, by the index of the input.</summary>
    public IReadOnlyDictionary<int, string> Effects { get; }

    public static string StateIs(EnrolmentState state) => $"state_is_{state}()";

    public static string Is(string variable, string value) => $"{variable} == {value}";

    private static string Call(string identifier) => $"{identifier}()";
}
