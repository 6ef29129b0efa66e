using LoginVerification.Http;

namespace LoginVerification.Pages;

/// <summary>An event in words: never a whole number, and no id.</summary>
internal static class EventWords
{
    public static string Tell(PageScope scope, EnrolmentEvent happened) => scope.Texts[$"Event.{happened.Trigger}"];

    /// <summary>What it was about, or null.</summary>
    public static string? About(PageScope scope, EnrolmentEvent happened) => happened switch
    {
        ChannelEnabled enabled => scope.Texts[$"Channel.{enabled.Channel}"],
        ChannelChanged changed => scope.Texts[$"Channel.{changed.To}"],
        SignInBegun begun => begun.SignIn.Browser,
        NoticeUndeliverable undeliverable => scope.Texts[$"Notice.{undeliverable.Notice}"],
        DeviceBound bound => bound.Device.Name,
        DeviceRenamed renamed => renamed.Name,
        _ => HistoryEntry.NumberOf(happened)?.Masked,
    };

    public static string Who(PageScope scope, Origin origin)
    {
        var who = scope.Texts[$"Who.{origin.By}"];
        return origin.Surface is { } surface ? scope.Texts.Fill("History.At", ("who", who), ("surface", SurfaceWords.Of(scope, surface))) : who;
    }
}
