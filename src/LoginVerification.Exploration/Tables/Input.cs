namespace LoginVerification.Exploration;

/// <summary>One column of the decision table: a command under certain facts, or time that passes.</summary>
internal sealed record Input
{
    /// <summary>What is asked or passes, by whom it is not the user, and over which channel.</summary>
    public required string Family { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The command, or null where time passes.</summary>
    public EnrolmentCommand? Command { get; init; }

    /// <summary>The facts of the command, with <see cref="SampleNumbers"/>.</summary>
    public Facts? Facts { get; init; }

    /// <summary>What ends, where time passes.</summary>
    public Passing? Passing { get; init; }

    /// <summary>Which number it speaks of, or null where that makes no difference.</summary>
    public Slot? Number { get; init; }

    /// <summary>What is not in its favour, or null.</summary>
    public AdverseFact? Adverse { get; init; }

    /// <summary>Whether it can be given only with a device, only without, or either way.</summary>
    public bool? NeedsDevice { get; init; }

    /// <summary>Whether it can be given only once the SMS arrived.</summary>
    public bool NeedsMessage { get; init; }

    /// <summary>A label, unique in the table, of letters, digits, blanks, commas and apostrophes.</summary>
    public string Name => $"{Family}{(Number is Slot.Second ? ", second number" : "")}{(Adverse is null ? "" : $", {Adverse.Name}")}";

    /// <summary>What screens and rules call it; null for all but a user's command.</summary>
    public Choice? Choice => Actor is Actor.User ? ((UserCommand)Command!).Choice : null;

    /// <summary>The facts as they are on a surface for numbers and accounts of one class.</summary>
    public Facts FactsOn(Surface surface, IReadOnlyList<PhoneDetails> numbers, ValueList<AttributeValue> account, bool device) => Facts! with
    {
        Origin = Facts!.Origin with { Surface = Actor is Actor.User ? surface : null },
        Number = Facts.Number is PhoneReading.Readable ? new PhoneReading.Readable(numbers[(int)(Number ?? Slot.First)]) : Facts.Number,
        DeviceRegistered = device,
        Account = account,
    };
}
