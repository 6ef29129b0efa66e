using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Tells chances to people: a row for each surface and kind of number, and where most of the others are lost.</summary>
internal sealed class ChancesText(TextOutput text)
{
    private const int MostLeavings = 3;

    /// <summary>Fewer than one user in a thousand are not told to people; JSON has them all.</summary>
    private const double LeastShare = 0.001;

    public void Tell(ChancesRequest request, IReadOnlyList<EnrolmentChance> rows)
    {
        text.Line($"Policy \"{request.Policy.Name}\", what becomes of users{AccountWords.After(request.Account)}, at the policy's own limits", Ink.Plain);
        text.Line($"assumed: {request.Behaviour}", Ink.Quiet);
        text.Line($"weights: {request.Behaviour.Weights}", Ink.Quiet);
        text.Line();
        IReadOnlyList<Line> lines = [new("from", "numbers", ["enrolled", "gave up", "stuck", "steps", "SMS", "cost", "per enrolled"], null), .. rows.Select(row => LineOf(row, isSurvey: request.Country is null))];
        var from = new TextColumn<Line>(lines, line => line.From);
        var numbers = new TextColumn<Line>(lines, line => line.Numbers);
        var widths = Enumerable.Range(0, lines[0].Figures.Length).Select(column => lines.Max(line => line.Figures[column].Length)).ToList();
        foreach (var line in lines)
        {
            var figures = string.Join(TextOutput.Gap, line.Figures.Select((figure, column) => figure.PadLeft(widths[column])));
            text.Line($"{TextOutput.Gap}{from.Of(line)}{numbers.Of(line)}{figures}", line.Chance is null ? Ink.Quiet : Ink.Plain);
            foreach (var leaving in line.Chance?.Leavings.Where(leaving => leaving.Share >= LeastShare).Take(MostLeavings) ?? [])
                text.Line($"{TextOutput.Gap}{TextOutput.Gap} {Share(leaving.Share),8}  {Told(leaving)}", Ink.Hint);
        }

        text.Line();
        text.Line(Provenance.Line(PolicyFile.Digest(request.Policy.Document)), Ink.Quiet);
    }

    private static Line LineOf(EnrolmentChance row, bool isSurvey) => new(
        row.From.Name,
        row.Numbers + (isSurvey && row.HasDevice is { } device ? device ? ", with a device" : ", without a device" : ""),
        [Share(row.Enrolled), Share(row.GaveUp), Share(row.Stuck), Number(row.Steps, "0.00"), Number(row.Sms, "0.00"), Number(row.Cost, "0.000"), row.CostPerEnrolled is { } cost ? Number(cost, "0.000") : "-"],
        row);

    private static string Told(Leaving leaving) => $"{WhyOf(leaving)} on {leaving.Surface}/{leaving.Screen}, {leaving.State}";

    private static string WhyOf(Leaving leaving) => leaving.Reason switch
    {
        LeavingReason.Refused => $"give up at {leaving.Refusal}",
        LeavingReason.NoMoreSms => "need one more SMS than they ask for",
        LeavingReason.Stuck => "are stuck",
        _ => "give up",
    };

    private static string Share(double share) => Number(100 * share, "0.0") + " %";

    private static string Number(double value, string form) => value.ToString(form, CultureInfo.InvariantCulture);

    /// <param name="From">The surface.</param>
    /// <param name="Numbers">The numbers.</param>
    /// <param name="Figures">The figures, as they are shown.</param>
    /// <param name="Chance">What they come from; null for the heading.</param>
    private sealed record Line(string From, string Numbers, string[] Figures, EnrolmentChance? Chance);
}
