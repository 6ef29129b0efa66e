using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>routes</c>: the shortest way to VerificationEnabled for a number of a country.</summary>
internal static class RoutesVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var country = new Option<string?>("--country") { Description = "The country of the number, by its ISO 3166-1 letters.", HelpName = "CC" };
        var carrier = new Option<string?>("--carrier") { Description = "Its carrier. Without it: one that no rule names.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "The surface at whose home the way begins. Without it: each in turn.", HelpName = "SURFACE" };
        var links = SharedOptions.Links();
        var device = SharedOptions.Device();
        var account = SharedOptions.Account("the first value of each");
        var json = SharedOptions.Json();
        var verb = new Verb("routes", "Finds the shortest way to VerificationEnabled for a number of a country.") { policy, country, carrier, from, links, device, account, json };
        verb.SetAction(parsed => Run(
            new RoutesOptions(parsed.GetRequiredValue(policy), parsed.GetRequiredValue(links), parsed.GetRequiredValue(device))
            {
                Country = parsed.GetValue(country),
                Carrier = parsed.GetValue(carrier),
                From = parsed.GetValue(from),
                Account = parsed.GetValue(account) ?? [],
            },
            parsed.GetValue(json),
            terminal));
        return verb;
    }

    private static int Run(RoutesOptions written, bool json, Terminal terminal)
    {
        var request = RoutesInput.Read(written);
        var ways = PolicyRoutes.Of(request.Policy);
        IReadOnlyList<PolicyRoute> routes = [.. request.From.Select(surface => ways.Find(surface, request.Country, request.Carrier, request.Links, request.Device, request.Account))];
        if (json)
            terminal.Output.WriteLine(Json.Write(RoutesJson.Of(request, routes), RoutesJsonContext.Default.RoutesJson));
        else
            new RoutesText(terminal.ForPeople()).Tell(request, routes);
        return routes.All(route => route.IsReachable) ? ExitCode.Fine : ExitCode.No;
    }
}
