using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells routes to people: numbered steps from each surface, and the first refusal on it.</summary>
internal sealed class RoutesText(IAnsiConsole console)
{
    private const string Gap = "  ";

    public void Tell(RoutesRequest request, IReadOnlyList<PolicyRoute> routes)
    {
        var carrier = routes[0].Carrier is { } named ? $", carrier {named}" : "";
        Line($"Policy \"{request.Policy.Name}\", a mobile number of {request.Country}{carrier}, {Words.Of(request.Links)}", Ink.Plain);
        var (place, action) = (Width(routes, PlaceOf), Width(routes, step => step.Action));
        foreach (var route in routes)
            Tell(route, place, action);
    }

    private void Tell(PolicyRoute route, int place, int action)
    {
        console.WriteLine();
        Write($"From {route.From}: ", Ink.Plain);
        if (route.IsReachable)
            Line($"VerificationEnabled after {Count.Of(route.Steps.Count, "step")}, {Where(route)}", Ink.Good);
        else
            Line("no way to VerificationEnabled", Ink.Bad);
        foreach (var (index, step) in route.Steps.Index())
        {
            Write($"{index + 1,3}{Gap}{PlaceOf(step).PadRight(place)}{Gap}", Ink.Plain);
            Write(step.Link is null ? step.Action : step.Action.PadRight(action), Ink.Plain);
            Line(step.Link is { } link ? $"{Gap}{Words.Of(link)}" : "", step.Link is LinkKind.Visible ? Ink.Plain : Ink.Hint);
        }

        if (route.Refusal is not { } no)
            return;
        Line($"{Gap}{Gap} refused on {route.From}: {no.Code} ({no.Source})", Ink.Bad);
        foreach (var (index, way) in no.WaysOut.Index())
            Line($"{Gap}{Gap} {(index == 0 ? "way out: " : "or:      ")}{way}", Ink.Hint);
    }

    private static string Where(PolicyRoute route) =>
        route.Surfaces is [var only] && only == route.From ? "all on this surface" : $"over {string.Join(", ", route.Surfaces)}";

    private static string PlaceOf(RouteStep step) => $"{step.Surface}/{step.Screen}";

    private static int Width(IEnumerable<PolicyRoute> routes, Func<RouteStep, string> text) =>
        routes.SelectMany(route => route.Steps).Select(step => text(step).Length).DefaultIfEmpty().Max();

    private void Write(string text, Style ink) => console.Write(Shown.Plain(text), ink);

    private void Line(string text, Style ink) => console.WriteLine(Shown.Plain(text), ink);
}
