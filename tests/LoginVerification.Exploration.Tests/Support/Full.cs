namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Whether everything is tried, as build/full.sh asks for, or what a developer's patience takes.</summary>
internal static class Full
{
    /// <summary>Whether everything is asked for.</summary>
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("FULL") == "1";

    /// <summary>Every one if all is asked for, else every so many.</summary>
    public static int Or(int every) => IsAsked ? 1 : every;
}
