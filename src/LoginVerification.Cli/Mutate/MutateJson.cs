using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>mutate</c>.</summary>
internal sealed record MutateJson(string Policy, string PolicyDigest, string Version, bool Complete, IReadOnlyList<MutationJson> Changes)
{
    public static MutateJson Of(EnrolmentPolicy policy, IReadOnlyList<PolicyMutation> mutations) =>
        new(policy.Name, PolicyFile.Digest(policy.Document), Provenance.Version, mutations.All(mutation => mutation.IsComplete), [.. mutations.Select(MutationJson.Of)]);
}

/// <summary>One change and what comes of it. What is not valid with the change has no verdicts.</summary>
internal sealed record MutationJson(string Change, bool Valid, bool Complete, IReadOnlyList<EditJson> Edits, IReadOnlyList<VerdictChangeJson> Verdicts)
{
    public static MutationJson Of(PolicyMutation mutation) =>
        new(mutation.Change, mutation.IsValid, mutation.IsComplete, EditJson.Of(mutation.Edits), VerdictChangeJson.Of(mutation.Verdicts));
}

[JsonSerializable(typeof(MutateJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MutateJsonContext : JsonSerializerContext;
