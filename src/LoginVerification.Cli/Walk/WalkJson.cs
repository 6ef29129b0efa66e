using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>walk</c>. The number is masked; the carrier is what was stated, or null; the account is left out where the policy declares no attributes. The store, and what was found there, are told where a store was given.</summary>
internal sealed record WalkJson(
    string Policy,
    string Number,
    string Country,
    string? Carrier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Store,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WalkFoundJson? ContinuedFrom,
    IReadOnlyList<WalkStepJson> Steps,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeadEnd,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SignInJson? SignIn)
{
    public static WalkJson Of(WalkRequest request, WalkFound? found, WalkResult walk) => new(
        request.Policy.Name,
        request.Phone.Number.Masked,
        request.Phone.Country.Value,
        request.Carrier?.Name,
        AccountWords.ByName(request.Account),
        request.Store?.Name,
        found is null ? null : WalkFoundJson.Of(found),
        [.. walk.Steps.Select(WalkStepJson.Of)],
        walk.State.ToString(),
        walk.DeadEnd,
        walk.SignIn is null ? null : SignInJson.Of(walk.SignIn));
}

/// <summary>The sign-in that followed, where one was asked for.</summary>
internal sealed record SignInJson(
    string Method,
    bool SignedIn,
    IReadOnlyList<WalkStepJson> Steps,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeadEnd)
{
    public static SignInJson Of(SignInResult signIn) => new(
        WalkInput.SignInWays.First(way => way.Value == signIn.Method).Key,
        signIn.DeadEnd is null,
        [.. signIn.Steps.Select(WalkStepJson.Of)],
        signIn.DeadEnd);
}

/// <summary>What the store had; version 0 where that was nothing.</summary>
internal sealed record WalkFoundJson(string State, long Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Messages)
{
    public static WalkFoundJson Of(WalkFound found) => new(found.State.ToString(), found.Version, found.Messages.Count == 0 ? null : found.Messages);
}

/// <summary>One step of a walk. What does not apply to the step is left out.</summary>
internal sealed record WalkStepJson(string Surface, string Screen, string Action, string Outcome)
{
    /// <summary>For a followed link: visible, hidden or external.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init; }

    /// <summary>For an opened surface: the command that the one before lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wanted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusalJson? Refusal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WayOutJson>? WaysOut { get; init; }

    /// <summary>Whether the screen itself shows the ways out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ShowsWaysOut { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>For a step of the sign-in: where that stands after it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SignIn { get; init; }

    /// <summary>The state of the enrolment after the step.</summary>
    public required string State { get; init; }

    public static WalkStepJson Of(WalkStep step) => new(step.Step.Surface!.Name, step.Step.Screen!, step.Step.Action, Words.Camel(step.Outcome))
    {
        Link = step.Step.Link is { } kind ? Words.Camel(kind) : null,
        Wanted = step.Wanted?.ToString(),
        Refusal = step.Refusal is { } no ? RefusalJson.Of(no) : null,
        WaysOut = step.Refusal is { } refusal ? [.. refusal.WaysOut.Select(WayOutJson.Of)] : null,
        ShowsWaysOut = step.Refusal is null ? null : step.ShowsWaysOut,
        Messages = step.Messages.Count == 0 ? null : step.Messages,
        SignIn = step.SignIn?.ToString(),
        State = $"{step.Step.State}",
    };
}

[JsonSerializable(typeof(WalkJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class WalkJsonContext : JsonSerializerContext;
