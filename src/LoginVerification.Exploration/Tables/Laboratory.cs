namespace LoginVerification.Exploration;

/// <summary>
/// Where a policy's deciders are asked with every gate open and everything offered: on one screen that has all. What screens and gates
/// close is looked at with the real ones, afterwards. The limits are those of the scale.
/// </summary>
internal static class Laboratory
{
    public static Surface Surface { get; } = Surface.Parse("laboratory");

    /// <summary>Numbers that no rule will be asked about.</summary>
    public static IReadOnlyList<PhoneDetails> Numbers { get; } = NumbersOf(CountryCode.Parse("ZZ"), null, LineType.Mobile);

    public static EnrolmentPolicy Of(PolicyDocument document) => EnrolmentPolicy.Create(document with
    {
        Surfaces =
        [
            new SurfaceDocument
            {
                Name = Surface.Name,
                Home = "all",
                Screens = [new ScreenDocument { Name = "all", Actions = [.. Enum.GetValues<EnrolmentAction>().Select(action => new ScreenAction { Action = action })] }],
            },
        ],
        Rules = [],
    });

    /// <summary>As many numbers as there are slots, all of one class. Nobody owns them: +999 is assigned to no country.</summary>
    public static IReadOnlyList<PhoneDetails> NumbersOf(CountryCode country, Carrier? carrier, LineType line) =>
    [
        new(PhoneNumber.Parse("+999000000001"), country, line) { Carrier = carrier },
        new(PhoneNumber.Parse("+999000000002"), country, line) { Carrier = carrier },
    ];
}
