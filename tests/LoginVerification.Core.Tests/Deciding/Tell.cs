namespace LoginVerification.Tests;

/// <summary>A decision as the grids write it.</summary>
internal static class Tell
{
    public static string Of(Decision decision) => string.Join(" + ",
        [.. decision.Events.Select(happened => happened.Trigger.ToString()), .. decision.Refusal is { } refusal ? [refusal.Code.ToString()] : Array.Empty<string>()]);
}
