using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>repair</c>. <c>Property</c> is null where all were asked for; <c>Violated</c> is what was violated of them, <c>Left</c> what cannot be mended.</summary>
internal sealed record RepairJson(string Policy, string PolicyDigest, string Version, string? Property, IReadOnlyList<string> Violated, IReadOnlyList<string> Left, IReadOnlyList<RepairEditsJson> Repairs)
{
    public static RepairJson Of(Repairing repairing) =>
        new(repairing.Policy.Name, PolicyFile.Digest(repairing.Policy.Document), Provenance.Version, repairing.Property, repairing.Violated, repairing.Left, [.. repairing.Repairs.Select(RepairEditsJson.Of)]);
}

/// <summary>One repair: in words, as edits, and what the policy comes to with it.</summary>
internal sealed record RepairEditsJson(IReadOnlyList<string> Changes, IReadOnlyList<EditJson> Edits, long States, int ChangedCells, IReadOnlyList<string> AlsoMended)
{
    public static RepairEditsJson Of(PolicyRepair repair) => new(repair.Changes, EditJson.Of(repair.Edits), repair.States, repair.ChangedCells, repair.AlsoMended);
}

[JsonSerializable(typeof(RepairJson))]
[JsonSerializable(typeof(JsonArray))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RepairJsonContext : JsonSerializerContext;
