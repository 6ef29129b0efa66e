using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Reads problems back into refusals, as a client in another language would: from the JSON alone.</summary>
internal static class Problems
{
    public static Refusal RefusalIn(Answer answer)
    {
        var problem = answer.Body!;
        Assert.Equal(answer.Number, (int)problem["status"]!);
        Assert.Equal($"tag:login-verification,2026:refusal:{answer.Code}", (string)problem["type"]!);
        Assert.Equal(answer.Number == 429, answer.Headers.ContainsKey("Retry-After"));
        if (answer.Number == 429)
            Assert.Equal(((long)problem["retryAfterSeconds"]!).ToString(CultureInfo.InvariantCulture), answer.Headers["Retry-After"]);
        return new Refusal(Enum.Parse<RefusalCode>(answer.Code!), SourceIn(problem["source"]!))
        {
            RetryAt = problem["retryAt"] is { } at ? InstantIn(at) : null,
            WaysOut = problem["waysOut"]!.AsArray().Select(way => WayIn(way!)).ToValueList(),
        };
    }

    private static RefusalSource SourceIn(JsonNode source) => (string)source["type"]! switch
    {
        "lifecycle" => new RefusalSource.Lifecycle(),
        "offer" => new RefusalSource.Offer(Surface.Parse((string)source["surface"]!)),
        "rule" => new RefusalSource.Rule((string)source["name"]!),
        "setting" => new RefusalSource.Setting((string)source["path"]!),
        "port" => new RefusalSource.Port((string)source["name"]!),
        "withheld" => new RefusalSource.Withheld(),
        "request" => new RefusalSource.Request((string)source["part"]!),
        var other => throw new InvalidDataException(other),
    };

    private static WayOut WayIn(JsonNode way) => (string)way["type"]! switch
    {
        "act" => new WayOut.Act(Surface.Parse((string)way["surface"]!), new Choice(
            Enum.Parse<EnrolmentAction>((string)way["choice"]!["action"]!),
            (string?)way["choice"]!["channel"] is { } channel ? Enum.Parse<VerificationChannel>(channel) : null))
        { WithAnotherNumber = (bool)way["withAnotherNumber"]! },
        "correct" => new WayOut.Correct(),
        "restoreDelivery" => new WayOut.RestoreDelivery(),
        "registerDevice" => new WayOut.RegisterDevice(),
        "removeDevice" => new WayOut.RemoveDevice(),
        "beginSignIn" => new WayOut.BeginSignIn(),
        "resendSignIn" => new WayOut.ResendSignIn(),
        "useBackupCode" => new WayOut.UseBackupCode(),
        "retry" => new WayOut.Retry(InstantIn(way["at"]!)),
        "reauthenticate" => new WayOut.Reauthenticate { WithSecondFactor = (bool)way["withSecondFactor"]! },
        "askOperator" => new WayOut.AskOperator(),
        var other => throw new InvalidDataException(other),
    };

    private static Instant InstantIn(JsonNode node) => InstantPattern.ExtendedIso.Parse((string)node!).Value;
}
