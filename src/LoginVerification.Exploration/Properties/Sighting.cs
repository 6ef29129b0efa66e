namespace LoginVerification.Exploration;

/// <summary>The sightings of many properties in one word.</summary>
internal static class Sighting
{
    public const int MostProperties = 21;
    private const int Bits = 3;

    /// <summary>The violations of every property.</summary>
    public static readonly ulong AllViolations = Enumerable.Range(0, MostProperties).Aggregate(0UL, (all, property) => all | Pack(property, Sightings.Violation));

    public static ulong Pack(int property, Sightings seen) => (ulong)seen << (property * Bits);

    public static Sightings Unpack(int property, ulong seen) => (Sightings)(seen >> (property * Bits)) & (Sightings.Trigger | Sightings.OtherTrigger | Sightings.Violation);

    public static ulong Of(IReadOnlyList<LifecycleProperty> properties, Func<LifecycleProperty, Sightings> look)
    {
        var seen = 0UL;
        for (var i = 0; i < properties.Count; i++)
            seen |= Pack(i, look(properties[i]));
        return seen;
    }
}
