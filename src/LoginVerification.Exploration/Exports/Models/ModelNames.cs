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

    public ModelNames(PolicyModel model)
    {
        var identifiers = new Identifiers();
        var table = model.Table;
        Columns = [.. model.Inputs.Where(column => table.ShapeIds.Any(shape => table[shape, column].IsStep))];
        Screens = [.. model.Screens.Screens.Select(screen => identifiers.New("at", screen.ToString()))];
        Numbers = [.. model.Classes.Select(number => identifiers.New("number", number.Name))];
        Rules = model.Policy.Document.Rules.ToDictionary(rule => rule.Name, rule => Call(identifiers.New("rule", rule.Name)), StringComparer.Ordinal);
        Gates = model.Screens.Screens
            .SelectMany(screen => Columns.Select(column => table[column].Choice).OfType<Choice>()
                .Where(choice => screen.Offers.Any(offer => offer.Action == choice.Action))
                .Select(choice => (screen.Surface, Choice: choice)))
            .Distinct()
            .ToDictionary(gate => gate, gate => Call(identifiers.New("gate", $"{gate.Surface} {gate.Choice.Action} {gate.Choice.Channel}")));
        Acceptances = Columns.ToDictionary(column => column, column => Call(identifiers.New("accepts", table[column].Name)));
        SameCodes = Columns.Where(column => table.ShapeIds.Any(shape => table[shape, column].SendsSameCode))
            .ToDictionary(column => column, column => Call(identifiers.New("same_code_by", table[column].Name)));
        Effects = Columns.ToDictionary(column => column, column => Call(identifiers.New("take", table[column].Name)));
    }

    /// <summary>The columns of the table by which something can happen.</summary>
    public IReadOnlyList<ColumnId> Columns { get; }

    /// <summary>By screen.</summary>
    public IReadOnlyList<string> Screens { get; }

    /// <summary>By class.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Whether a rule allows the number.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; }

    /// <summary>Whether every rule that speaks of a choice on a surface allows it.</summary>
    public IReadOnlyDictionary<(Surface Surface, Choice Choice), string> Gates { get; }

    /// <summary>Whether something happens.</summary>
    public IReadOnlyDictionary<ColumnId, string> Acceptances { get; }

    /// <summary>Whether the code that is sent is the one that was sent before, for columns of which some shape says so.</summary>
    public IReadOnlyDictionary<ColumnId, string> SameCodes { get; }

    /// <summary>What happens.</summary>
    public IReadOnlyDictionary<ColumnId, string> Effects { get; }

    public string Of(ScreenId screen) => Screens[screen.Index];

    public static string StateIs(EnrolmentState state) => $"state_is_{state}()";

    public static string Is(string variable, string value) => $"{variable} == {value}";

    private static string Call(string identifier) => $"{identifier}()";
}
