namespace LoginVerification.Store.Tests;

/// <summary>Whether everything is tried, as build/full.sh asks for, or what a developer's patience takes.</summary>
internal static class Full
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("FULL") == "1";
}
