namespace LoginVerification.Exploration;

/// <summary>The sightings of many properties in one word.</summary>
internal static class PackedObservations
{
    public const int MostProperties = 21;
    private const int Bits = 3;

    /// <summary>The violations of every property.</summary>
    public static readonly ulong AllViolations = Enumerable.Range(0, MostProperties).Aggregate(0UL, (all, property) => all | Pack(property, Observations.Violation));

    public static ulong Pack(int property, Observations seen) => (ulong)seen << (property * Bits);

    public static Observations Unpack(int property, ulong seen) => (Observations)(seen >> (property * Bits)) & (Observations.Trigger | Observations.OtherTrigger | Observations.Violation);

    public static ulong Of(IReadOnlyList<LifecycleProperty> properties, Func<LifecycleProperty, Observations> look)
    {
        var seen = 0UL;
        for (var i = 0; i < properties.Count; i++)
            seen |= Pack(i, look(properties[i]));
        return seen;
    }
}
