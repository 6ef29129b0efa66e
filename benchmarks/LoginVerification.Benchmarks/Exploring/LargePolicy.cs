namespace LoginVerification.Benchmarks;

/// <summary>
/// The consistent policy on eight surfaces, with two dozen countries that a rule each tells apart: 18.6 million states at the default scale.
/// </summary>
internal static class LargePolicy
{
    private const string Countries = "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IL IT LT LU LV NL NO PL";

    public static EnrolmentPolicy Make()
    {
        var consistent = ShippedPolicies.Consistent.Document;
        return EnrolmentPolicy.Create(consistent with
        {
            Name = "large",
            Surfaces = [.. Enumerable.Range(1, 8).Select(number => consistent.Surfaces[0] with { Name = $"surface{number}" })],
            Rules =
            [
                .. consistent.Rules,
                .. Countries.Split(' ').Select(country => new GatingRule
                {
                    Name = $"no-change-{country}",
                    Actions = [EnrolmentAction.ChangeChannel],
                    Surfaces = Selection.Only(Surface.Parse("surface1")),
                    Countries = Selection.Except(CountryCode.Parse(country)),
                }),
            ],
        });
    }
}
