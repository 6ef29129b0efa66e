using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/refusals.md</c> to the enum, its documentation, and what the service answers.</summary>
public sealed class RefusalsPageTests
{
    [Fact]
    public async Task The_table_is_what_the_code_says_and_does()
    {
        var table = new Table("Refusal", "When", "The caller does", "Provoked by", "Ways out there");
        foreach (var code in Enum.GetValues<RefusalCode>())
        {
            var (when, then) = Split(XmlDocs.Of(code));
            var provocation = RefusalProvocations.All.Single(candidate => candidate.Code == code);
            var (now, refusal) = await RefusalProvocations.SeeAsync(provocation);
            table.Row($"`{code}`", when, then, provocation.How, Tell(refusal, now));
        }

        GeneratedPart.Check("docs/refusals.md", "refusals", table.ToString());
    }

    private static (string When, string Then) Split(string summary)
    {
        Assert.StartsWith("When: ", summary);
        var end = summary.IndexOf(". ", StringComparison.Ordinal);
        return (summary["When: ".Length..end], summary[(end + 2)..]);
    }

    private static string Tell(Refusal refusal, Instant now) =>
        refusal.WaysOut.Count == 0 ? "none" : string.Join("; ", refusal.WaysOut.Select(way => Tell(way, now)));

    private static string Tell(WayOut way, Instant now) => way switch
    {
        WayOut.Act act => $"`{act.Choice}` on {act.Surface}{(act.WithAnotherNumber ? " with another number" : "")}",
        WayOut.Retry { At: var at } when at == now => "again at once",
        WayOut.Retry { At: var at } => $"again in {Tell(at - now)}",
        _ => way.ToString(),
    };

    private static string Tell(Duration wait) =>
        wait < Duration.FromMinutes(1) ? $"{wait.TotalSeconds} s"
        : wait < Duration.FromHours(1) ? $"{wait.TotalMinutes} min"
        : $"{wait.Hours + (24 * wait.Days)} h{(wait.Minutes == 0 ? "" : $" {wait.Minutes} min")}{(wait.Seconds == 0 ? "" : $" {wait.Seconds} s")}";
}
