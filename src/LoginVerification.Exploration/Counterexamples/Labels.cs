using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>What links, surfaces and moves of the world are called, wherever they are told.</summary>
public static class Labels
{
    internal const string SmsArrives = "the SMS arrives";
    internal const string SmsIsLost = "the SMS is lost";
    internal const string DeviceIsLost = "the device is lost";
    internal const string RegisterDevice = "register a device";

    /// <summary>A kind of link: <c>visible link</c>, <c>hidden link</c> or <c>external link</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(LinkKind kind) => kind switch
    {
        LinkKind.Visible => "visible link",
        LinkKind.Hidden => "hidden link",
        LinkKind.External => "external link",
        _ => throw new UnreachableException(),
    };

    internal static string WithArticle(LinkKind kind) => $"{(kind is LinkKind.External ? "an" : "a")} {Of(kind)}";

    /// <summary>Following a link, by what the user reads on it, or else by where it leads: <c>follow "manage"</c>, <c>follow the link to pending</c>.</summary>
    /// <param name="link">The link.</param>
    public static string Follow(ScreenLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Label is { } label ? $"follow \"{label}\"" : $"follow the link to {link.To}";
    }

    /// <summary>Opening a surface at its home: <c>open web</c>.</summary>
    /// <param name="surface">The surface.</param>
    public static string Open(Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return $"open {surface}";
    }

    /// <summary>With or without a device, where that makes a difference.</summary>
    internal static string Given(bool? device) => device switch
    {
        null => "",
        true => " with a device",
        false => " without a device",
    };

    /// <summary>What nobody does on a screen of their own accord, and registering a device.</summary>
    internal static string Of(MoveKind kind) => kind switch
    {
        MoveKind.SmsArrives => SmsArrives,
        MoveKind.SmsLost => SmsIsLost,
        MoveKind.DeviceLost => DeviceIsLost,
        MoveKind.DeviceRegistered => RegisterDevice,
        _ => throw new UnreachableException(),
    };
}
