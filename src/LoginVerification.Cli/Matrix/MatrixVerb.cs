using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>matrix</c>: on which surface, for which country, carrier and kind of account, enrolment works. It is a survey, so that a cell without a way is no failure.</summary>
internal static class MatrixVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var countries = new Option<string?>("--countries") { Description = "Countries by their ISO 3166-1 letters, with commas between them. Without it: all.", HelpName = "CC,…" };
        var links = SharedOptions.Links();
        var device = SharedOptions.Device();
        var account = SharedOptions.Account("each kind of account, where rules tell them apart");
        var csv = new Option<bool>("--csv") { Description = "Answers in CSV (RFC 4180), on standard output alone." };
        var json = SharedOptions.Json();
        var verb = new Verb("matrix", "Tells for each surface, country, carrier and kind of account whether VerificationEnabled can be reached, and the first refusal.") { policy, countries, links, device, account, csv, json };
        verb.SetAction(parsed => Run(
            new MatrixOptions(parsed.GetRequiredValue(policy), parsed.GetRequiredValue(links), parsed.GetRequiredValue(device))
            {
                Countries = parsed.GetValue(countries),
                Account = parsed.GetValue(account) ?? [],
                Csv = parsed.GetValue(csv),
                Json = parsed.GetValue(json),
            },
            terminal));
        return verb;
    }

    private static int Run(MatrixOptions written, Terminal terminal)
    {
        var request = MatrixInput.Read(written);
        var cells = PolicyRoutes.Of(request.Policy).Matrix(request.Countries, request.Links, request.Device, request.Account);
        if (written.Json)
            terminal.Output.WriteLine(Json.Write(MatrixJson.Of(request, cells), MatrixJsonContext.Default.MatrixJson));
        else if (written.Csv)
            terminal.Output.Write(MatrixCsv.Write(request, cells));
        else
            new MatrixText(terminal.ForPeople()).Tell(request, cells);
        return ExitCode.Fine;
    }
}
