using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>matrix</c>.</summary>
internal sealed record MatrixJson(string Policy, string Links, IReadOnlyList<CellJson> Cells)
{
    public static MatrixJson Of(MatrixRequest request, IReadOnlyList<PolicyRoute> cells) =>
        new(request.Policy.Name, Words.Camel(request.Links), [.. cells.Select(CellJson.Of)]);
}
