[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LoginVerification.Faults.Tests;

/// <summary>Whether the long form is asked for.</summary>
internal static class Full
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("FULL") == "1";
}
