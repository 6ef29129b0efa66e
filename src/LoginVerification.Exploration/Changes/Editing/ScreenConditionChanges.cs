namespace LoginVerification.Exploration;

/// <summary>Changes of the condition of an offer or a link: each of its parts dropped, where it has several. To drop the only one is to drop the condition.</summary>
internal static class ScreenConditionChanges
{
    public static IEnumerable<(string Text, ScreenCondition When)> Widened(ScreenCondition? when)
    {
        if (when is null)
            return [];
        (string Text, ScreenCondition When)[] without =
        [
            ("whatever the state", when with { State = null }),
            ("with a number pending or without", when with { Pending = null }),
            ("with a number verified or without", when with { Verified = null }),
            ("before the SMS arrives, too", when with { SmsDelivered = null }),
            ("whichever the channel", when with { Channel = null }),
            ("with a device or without", when with { Device = null }),
        ];
        return without.Where(change => change.When != when && change.When != new ScreenCondition());
    }
}
