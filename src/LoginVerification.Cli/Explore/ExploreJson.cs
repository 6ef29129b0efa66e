using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>explore</c>.</summary>
internal sealed record ExploreJson(
    string Policy,
    string PolicyDigest,
    string Version,
    ScaleJson Scale,
    long States,
    long Edges,
    int Depth,
    bool Complete,
    string? Limit,
    int OperatorOnly,
    SignInsJson SignIns,
    IReadOnlyList<ClassJson> Classes,
    IReadOnlyList<PropertyJson> Properties,
    LifecycleJson? Lifecycle)
{
    public static ExploreJson Of(Exploring explored) => new(
        explored.Screens.Policy,
        explored.Screens.PolicyDigest,
        Provenance.Version,
        ScaleJson.Of(explored.Screens.Scale),
        explored.Screens.States,
        explored.Screens.Edges,
        explored.Screens.Depth,
        explored.Screens.IsComplete,
        explored.Screens.Limit is { } limit ? Words.Camel(limit) : null,
        explored.Screens.OperatorOnly,
        new SignInsJson(explored.Screens.SignInStates, explored.Screens.SignInEdges),
        [.. explored.Screens.Classes.Select(known => ClassJson.Of(known))],
        [.. explored.Screens.Properties.Select(PropertyJson.Of)],
        explored.Lifecycle is { } lifecycle ? LifecycleJson.Of(lifecycle) : null);
}

/// <summary>How much of sign-ins was looked at.</summary>
internal sealed record SignInsJson(int States, int Edges);

/// <summary>What came of the lifecycle alone, at the policy's own bounds.</summary>
internal sealed record LifecycleJson(ScaleJson Scale, long States, long Edges, bool Complete, IReadOnlyList<PropertyJson> Properties)
{
    public static LifecycleJson Of(LifecycleExploration explored) =>
        new(ScaleJson.Of(explored.Scale), explored.States, explored.Edges, explored.IsComplete, [.. explored.Properties.Select(PropertyJson.Of)]);
}

/// <summary>How far books were kept; null for what a policy for research does not bound.</summary>
internal sealed record ScaleJson(int Numbers, int? WrongTries, int? EveryFailures, int? FinalFailures, int? SendsPerNumber, int? SendsPerAccount, int SignInSends, int NumberTries)
{
    public static ScaleJson Of(ExplorationScale scale) => new(
        scale.Numbers, Bound(scale.WrongTries), Bound(scale.EveryFailures), Bound(scale.FinalFailures), Bound(scale.SendsPerNumber), Bound(scale.SendsPerAccount), scale.SignInSends, scale.NumberTries);

    private static int? Bound(int value) => value == PolicyLimits.Unlimited ? null : value;
}

/// <summary>A class of numbers, and whether some surface accepts them. The account has what all accounts of the class have.</summary>
internal sealed record ClassJson(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    bool Served,
    int Countries,
    string Description,
    IReadOnlyList<ClassMemberJson> Members)
{
    public static ClassJson Of(NumberClass known) => new(
        known.Name,
        AccountWords.ByName(known.Account),
        known.IsServed,
        known.Countries,
        known.Description,
        [.. known.Members.Select(member => new ClassMemberJson(member.Country.Value, member.Carriers, [.. member.LineTypes.Select(Words.Camel)]))]);
}

/// <summary>The numbers of one country that are of a class. There are no carriers where no rule tells them apart.</summary>
internal sealed record ClassMemberJson(string Country, IReadOnlyList<string> Carriers, IReadOnlyList<string> LineTypes);

/// <summary>A property and what came of it. What does not apply is left out.</summary>
internal sealed record PropertyJson(string Name, string Kind, string Verdict)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Whose numbers the story is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Class { get; init; }

    /// <summary>What all accounts of that class have.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Account { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TraceStepJson>? Trace { get; init; }

    /// <summary>Where the steps of the trace begin that repeat for ever, counted from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CycleStart { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoryJson>? OtherTraces { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TrappedStartJson>? Starts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TrapEntryJson>? Doors { get; init; }

    public static PropertyJson Of(PropertyVerdict told)
    {
        var story = StoryJson.Of(told.Trace);
        return new PropertyJson(told.Name, Words.Camel(told.Kind), Words.Camel(told.Verdict))
        {
            Reason = told.Reason,
            Class = story?.Class,
            Account = story?.Account,
            Trace = story?.Trace,
            CycleStart = told.CycleStart,
            OtherTraces = told.OtherTraces.Count == 0 ? null : [.. told.OtherTraces.Select(trace => StoryJson.Of(trace)!)],
            Starts = told.TrappedStarts.Count == 0 ? null : [.. told.TrappedStarts.Select(TrappedStartJson.Of)],
            Doors = told.TrapEntries.Count == 0 ? null : [.. told.TrapEntries.Select(TrapEntryJson.Of)],
        };
    }
}

/// <summary>A story, whose numbers it is about, and what all accounts of that class have.</summary>
internal sealed record StoryJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Class,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    IReadOnlyList<TraceStepJson> Trace)
{
    public static StoryJson? Of(IReadOnlyList<Step>? trace) => trace is null ? null : new(
        trace is [{ Class: { } known }, ..] ? known.Name : null,
        trace is [{ Class: { } whose }, ..] ? AccountWords.ByName(whose.Account) : null,
        [.. trace.Select(TraceStepJson.Of)]);
}

/// <summary>One step of a story. Surface and screen are null in the lifecycle alone; the outcome is null where the next screen says it all.</summary>
internal sealed record TraceStepJson(string? Surface, string? Screen, string Actor, string Action, string? Outcome, string State)
{
    public static TraceStepJson Of(Step step) =>
        new(step.Surface?.Name, step.Screen, Words.Camel(step.Actor), step.ToString(), step.Outcome, $"{step.State}");
}

/// <summary>A surface from whose home nothing leads to the goal for numbers of a class, be it only for who has a device, or for who has none; null for either.</summary>
internal sealed record TrappedStartJson(
    string Surface, string Class, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account, bool? Device)
{
    public static TrappedStartJson Of(TrappedStart start) => new(start.Surface.Name, start.Class.Name, AccountWords.ByName(start.Class.Account), start.Device);
}

/// <summary>A step that closed the way to the goal.</summary>
internal sealed record TrapEntryJson(
    string Surface,
    string Screen,
    string Class,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    string Action,
    string Consequence,
    int TrappedStates)
{
    public static TrapEntryJson Of(TrapEntry door) =>
        new(door.Surface.Name, door.Screen, door.Class.Name, AccountWords.ByName(door.Class.Account), door.Action, door.Consequence, door.TrappedStates);
}

[JsonSerializable(typeof(ExploreJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ExploreJsonContext : JsonSerializerContext;
