using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>What moves are called in exports, whatever the state.</summary>
internal static class ActionLabels
{
    public const string MessageArrives = "the SMS arrives";
    public const string MessageIsLost = "the SMS is lost";
    public const string DeviceIsLost = "the device is lost";

    public static string Of(PolicyModel model, ScreenId screen, Move move) => move.Kind switch
    {
        MoveKind.Input => model.InputOf(move)!.Name,
        MoveKind.Exit => Of(model.Screens[screen].Exits[move.Index], model.Screens),
        _ => OfAccident(move.Kind),
    };

    /// <summary>What happens to the SMS or the device.</summary>
    public static string OfAccident(MoveKind kind) => kind switch
    {
        MoveKind.SmsArrives => MessageArrives,
        MoveKind.SmsLost => MessageIsLost,
        MoveKind.DeviceLost => DeviceIsLost,
        _ => throw new UnreachableException(),
    };

    public static string Of(in ScreenExit exit, ScreenMap screens)
    {
        var to = screens[exit.To];
        return exit.Link is not { } link ? Opening(to.Surface) : $"follow {KindOf(link.Kind)}{(link.Label is null ? "" : $" {link.Label}")} to {to}";
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
