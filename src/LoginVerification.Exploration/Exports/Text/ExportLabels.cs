namespace LoginVerification.Exploration;

/// <summary>What moves are called in exports, which name each once for all states.</summary>
internal static class ExportLabels
{
    /// <summary>A move in exports, whatever the state.</summary>
    public static string Of(PolicyModel model, ScreenId screen, Move move) => move.Kind switch
    {
        MoveKind.Input => model.InputOf(move)!.Name,
        MoveKind.Exit => Of(model.Screens[screen].Exits[move.Index], model.Screens),
        _ => Labels.Of(move.Kind),
    };

    /// <summary>A way to another screen in exports. Their languages take no quotes.</summary>
    public static string Of(in ScreenExit exit, ScreenMap screens)
    {
        var to = screens[exit.To];
        if (exit.Link is not { } link)
            return Labels.Open(to.Surface);
        var kind = link.Kind is LinkKind.Visible ? "link" : Labels.Of(link.Kind);
        return $"follow {kind}{(link.Label is null ? "" : $" {link.Label}")} to {to}";
    }

    /// <summary>Without what one of the export languages might take for its own: a policy's author writes labels freely.</summary>
    public static string Plain(string label) =>
        string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or '\'' or '/' or '-' or '_' or '(' or ')' ? c : '?'));
}
