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

    public ModelNames(PolicyModel product)
    {
        var identifiers = new Identifiers();
        Inputs = [.. product.Moves.Where(input => Enumerable.Range(0, product.Table.Shapes.Length).Any(shape => product.Table[shape, input].Happens))];
        Screens = [.. product.Site.Pages.Select(page => identifiers.New("at", page.ToString()))];
        Numbers = [.. product.Classes.Select(number => identifiers.New("number", number.Name))];
        Rules = product.Policy.Document.Rules.ToDictionary(rule => rule.Name, rule => Call(identifiers.New("rule", rule.Name)), StringComparer.Ordinal);
        Surfaces = product.Policy.Document.Surfaces.ToDictionary(surface => Surface.Parse(surface.Name), surface => Call(identifiers.New("on", surface.Name)));
        Gates = product.Site.Pages
            .SelectMany(page => Inputs.Select(input => product.Table.Inputs[input])
                .Where(input => page.Screen.Actions.Any(offer => offer.Action == input.Action))
                .Select(input => (page.Surface, Action: input.Action!.Value, input.Channel)))
            .Distinct()
            .ToDictionary(gate => gate, gate => Call(identifiers.New("gate", $"{gate.Surface} {gate.Action} {gate.Channel}")));
        Acceptances = Inputs.ToDictionary(input => input, input => Call(identifiers.New("accepts", product.Table.Inputs[input].Name)));
        Effects = Inputs.ToDictionary(input => input, input => Call(identifiers.New("take", product.Table.Inputs[input].Name)));
    }

    /// <summary>The inputs by which something can happen, as indices of the table.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>By the index of the page.</summary>
    public IReadOnlyList<string> Screens { get; }

    /// <summary>By the index of the class.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Whether a rule allows the number.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; }

    /// <summary>Whether the user is on a surface.</summary>
    public IReadOnlyDictionary<Surface, string> Surfaces { get; }

    /// <summary>Whether every rule that speaks of an action on a surface allows it.</summary>
    public IReadOnlyDictionary<(Surface Surface, EnrolmentAction Action, VerificationChannel? Channel), string> Gates { get; }

    /// <summary>Whether something happens, by the index of the input.</summary>
    public IReadOnlyDictionary<int, string> Acceptances { get; }

    /// <summary>What happens, by the index of the input.</summary>
    public IReadOnlyDictionary<int, string> Effects { get; }

    public static string StateIs(EnrolmentState state) => $"state_is_{state}()";

    public static string Is(string variable, string value) => $"{variable} == {value}";

    private static string Call(string identifier) => $"{identifier}()";
}
