using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>What moves are called in exports, whatever the state.</summary>
internal static class ActionLabels
{
    public const string MessageArrives = "the SMS arrives";
    public const string MessageIsLost = "the SMS is lost";
    public const string DeviceIsLost = "the device is lost";

    public static string Of(PolicyModel product, Page page, int move) => move switch
    {
        < Move.MostInputs => product.Table.Inputs[product.Moves[move]].Name,
        Move.MessageArrives => MessageArrives,
        Move.MessageIsLost => MessageIsLost,
        Move.DeviceIsLost => DeviceIsLost,
        _ => Of(page.Trails[move - Move.FirstTrail], product.Site),
    };

    public static string Of(in Trail trail, Site site)
    {
        var to = site.Pages[trail.To];
        return trail.Link is not { } link ? Opening(to.Surface) : $"follow {KindOf(link.Kind)}{(link.Label is null ? "" : $" {link.Label}")} to {to}";
    }

    public static string Opening(Surface surface) => $"open {surface}";

    /// <summary>Without what one of the languages might take for its own: a policy's author writes labels as he likes.</summary>
    public static string Plain(string label) =>
        string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or '\'' or '/' or '-' or '_' or '(' or ')' ? c : '?'));

    private static string KindOf(LinkKind kind) => kind switch
    {
        LinkKind.Visible => "link",
        LinkKind.Hidden => "hidden link",
        LinkKind.External => "external link",
        _ => throw new UnreachableException(),
    };
}
