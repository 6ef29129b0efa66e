using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Tells routes to people: numbered steps from each surface, and the first refusal on it.</summary>
internal sealed class RoutesText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    public void Tell(RoutesRequest request, IReadOnlyList<PolicyRoute> routes)
    {
        var carrier = routes[0].Carrier is { } named ? $", carrier {named}" : "";
        text.Line($"Policy \"{request.Policy.Name}\", a mobile number of {request.Country}{carrier}{AccountWords.After(request.Account)}, {Words.OfDevice(request.Device)}, {Words.Of(request.Links)}", Ink.Plain);
        if (!routes[0].HasNumbers)
            text.Line($"There are no phone numbers in {request.Country}: whatever is typed is refused.", Ink.Bad);
        if (CarrierWords.Unnamed(request.Policy, request.Country, request.Carrier) is { } unnamed)
            text.Line(unnamed, Ink.Hint);
        IReadOnlyList<Step> steps = [.. routes.SelectMany(route => route.Steps)];
        var screen = new TextColumn<Step>(steps, step => $"{step.Surface}/{step.Screen}");
        var action = new TextColumn<Step>(steps, step => step.Action);
        foreach (var route in routes)
            Tell(route, screen, action);
        text.Line();
        text.Line(Provenance.Line(PolicyFile.Digest(request.Policy.Document)), Ink.Quiet);
    }

    private void Tell(PolicyRoute route, TextColumn<Step> screen, TextColumn<Step> action)
    {
        text.Line();
        text.Write($"From {route.From}: ", Ink.Plain);
        if (route.IsReachable)
            text.Line($"VerificationEnabled after {Words.Count(route.Steps.Count, "step")}, {Where(route)}", Ink.Good);
        else
            text.Line("no way to VerificationEnabled", Ink.Bad);
        foreach (var (index, step) in route.Steps.Index())
        {
            text.Write($"{index + 1,3}{Gap}{screen.Of(step)}", Ink.Plain);
            text.Write(step.Link is null ? step.Action : action.Of(step), Ink.Plain);
            text.Line(step.Link is { } link ? Labels.Of(link) : "", step.Link is LinkKind.Visible ? Ink.Plain : Ink.Hint);
        }

        if (route.Refusal is not { } no)
            return;
        text.Line($"{Gap}{Gap} refused on {route.From}: {no.Code} ({no.Source})", Ink.Bad);
        foreach (var (index, way) in no.WaysOut.Index())
            text.Line($"{Gap}{Gap} {(index == 0 ? "way out: " : "or:      ")}{way}", Ink.Hint);
    }

    private static string Where(PolicyRoute route) =>
        route.Surfaces is [var only] && only == route.From ? "all on this surface" : $"over {string.Join(", ", route.Surfaces)}";
}
