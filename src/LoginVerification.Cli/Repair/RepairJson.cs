using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>repair</c>. <c>Property</c> is null where all were asked for; <c>Violated</c> is what was violated of them, <c>Left</c> what no repair was found of; <c>Tried</c> counts the variants that were explored.</summary>
internal sealed record RepairJson(string Policy, string PolicyDigest, string Version, bool Complete, string? Property, IReadOnlyList<string> Violated, IReadOnlyList<string> Left, int Tried, IReadOnlyList<RepairEditsJson> Repairs)
{
    public static RepairJson Of(Repairing repairing) =>
        new(repairing.Policy.Name, PolicyFile.Digest(repairing.Policy.Document), Provenance.Version, repairing.IsComplete, repairing.Property, repairing.Violated, repairing.Left, repairing.Tried, [.. repairing.Repairs.Select(RepairEditsJson.Of)]);
}

/// <summary>One repair: in words, as edits, and what the policy comes to with it.</summary>
internal sealed record RepairEditsJson(IReadOnlyList<string> Changes, IReadOnlyList<EditJson> Edits, long States, int ChangedCells, IReadOnlyList<string> Repaired)
{
    public static RepairEditsJson Of(PolicyRepair repair) => new(repair.Changes, EditJson.Of(repair.Edits), repair.States, repair.ChangedCells, repair.Repaired);
}

[JsonSerializable(typeof(RepairJson))]
[JsonSerializable(typeof(JsonArray))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RepairJsonContext : JsonSerializerContext;
