using System.Diagnostics;
using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>A typed "no".</summary>
internal sealed record RefusalJson(string Code, string Rule, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RetryAt)
{
    public static RefusalJson Of(Refusal refusal) => new(refusal.Code.ToString(), refusal.Source.ToString(), refusal.RetryAt?.ToString());
}

/// <summary>A way out: <c>{surface, action}</c>, <c>{correct}</c>, <c>{retryAt}</c>, <c>{reauthenticate}</c>, <c>{restoreDelivery}</c>, <c>{registerDevice}</c> or <c>{operator}</c>.</summary>
internal sealed record WayOutJson
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Surface { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WithAnotherNumber { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RetryAt { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reauthenticate { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WithSecondFactor { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Correct { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RestoreDelivery { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RegisterDevice { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Operator { get; private init; }

    public static WayOutJson Of(WayOut way) => way switch
    {
        WayOut.Act act => new()
        {
            Surface = act.Surface.Name,
            Action = act.Choice.Action.ToString(),
            Channel = act.Choice.Channel?.ToString(),
            WithAnotherNumber = act.WithAnotherNumber,
        },
        WayOut.Retry retry => new() { RetryAt = retry.At.ToString() },
        WayOut.Reauthenticate again => new() { Reauthenticate = true, WithSecondFactor = again.WithSecondFactor },
        WayOut.Correct => new() { Correct = true },
        WayOut.RestoreDelivery => new() { RestoreDelivery = true },
        WayOut.RegisterDevice => new() { RegisterDevice = true },
        WayOut.AskOperator => new() { Operator = true },
        _ => throw new UnreachableException(),
    };
}
