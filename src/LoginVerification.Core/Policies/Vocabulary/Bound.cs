using NodaTime;

namespace LoginVerification.Policies;

/// <summary>The least and the most that a value of a policy may be; both are allowed.</summary>
internal sealed record Bound<T>(T Least, T Most)
    where T : struct, IComparable<T>
{
    /// <summary>What a policy may say besides that is for research alone; null for nothing.</summary>
    public Bound<T>? Research { get; init; }

    public bool Contains(T value) => value.CompareTo(Least) >= 0 && value.CompareTo(Most) <= 0;

    /// <summary>The bound as a policy file writes it: <c>PT30S to PT10M</c>.</summary>
    public override string ToString() => Least.Equals(Most) ? Write(Least) : $"{Write(Least)} to {Write(Most)}";

    public static string Write(T value) => value switch
    {
        Duration duration => new DurationForm().Write(duration),
        PolicyLimits.Unlimited => $"\"{PolicyLimits.UnlimitedWord}\"",
        _ => $"{value}",
    };
}
