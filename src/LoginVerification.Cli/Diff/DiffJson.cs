using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>diff</c>. <c>Stranded</c> is null where nobody knows, because not every state was looked at.</summary>
internal sealed record DiffJson(
    string Left,
    string LeftDigest,
    string Right,
    string RightDigest,
    string Version,
    string Links,
    bool Complete,
    IReadOnlyList<CellChangeJson> Gained,
    IReadOnlyList<CellChangeJson> Lost,
    IReadOnlyList<CellChangeJson> Longer,
    IReadOnlyList<CellChangeJson> Shorter,
    IReadOnlyList<CellChangeJson> Refusals,
    IReadOnlyList<StrandedJson>? Stranded,
    IReadOnlyList<VerdictChangeJson> Verdicts,
    IReadOnlyList<EditJson> Settings)
{
    public static DiffJson Of(PolicyDifference difference, DiffRequest request) => new(
        difference.Left,
        PolicyFile.Digest(request.Left.Document),
        difference.Right,
        PolicyFile.Digest(request.Right.Document),
        Provenance.Version,
        Words.Camel(request.Links),
        difference.IsComplete,
        CellChangeJson.Of(difference.Gained),
        CellChangeJson.Of(difference.Lost),
        CellChangeJson.Of(difference.Longer),
        CellChangeJson.Of(difference.Shorter),
        CellChangeJson.Of(difference.Refusals),
        difference.Stranded?.Select(StrandedJson.Of).ToList(),
        VerdictChangeJson.Of(difference.Verdicts),
        EditJson.Of(difference.Settings));
}

/// <summary>A cell of the matrix with how many steps there were and are, null where there is no way, and the first refusals, null where there is none. <c>account</c> and <c>device</c> are null where they make no difference.</summary>
internal sealed record CellChangeJson(string Surface, string Country, string? Carrier, IReadOnlyDictionary<string, string>? Account, bool? Device, int? Left, int? Right, string? LeftRefusal, string? RightRefusal)
{
    public static IReadOnlyList<CellChangeJson> Of(IEnumerable<CellChange> cells) =>
        [.. cells.Select(cell => new CellChangeJson(cell.Surface.Name, cell.Country.Value, cell.Carrier, AccountWords.ByName(cell.Account ?? []), cell.Device, cell.Left, cell.Right, cell.LeftRefusal?.ToString(), cell.RightRefusal?.ToString()))];
}

/// <summary>Who is led nowhere by the new policy.</summary>
internal sealed record StrandedJson(
    string Class, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account, string Surface, string Screen, string State, int States)
{
    public static StrandedJson Of(StrandedUsers stranded) => new(stranded.Class.Name, AccountWords.ByName(stranded.Class.Account), stranded.Surface.Name, stranded.Screen, $"{stranded.State}", stranded.States);
}

[JsonSerializable(typeof(DiffJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DiffJsonContext : JsonSerializerContext;
