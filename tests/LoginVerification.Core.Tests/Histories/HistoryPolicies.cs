using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The policies of the stories: one account alone may have a number, the channel may be changed so seldom that a story meets the bound, and no number is added for a while after one was removed.</summary>
internal static class HistoryPolicies
{
    public const int MostChannelChanges = 4;

    public static readonly Duration CoolDown = Duration.FromMinutes(7);

    /// <summary>A resend repeats the code.</summary>
    public static EnrolmentPolicy SameCode { get; } = With(ResendMode.Same);

    /// <summary>A resend brings a new code.</summary>
    public static EnrolmentPolicy NewCode { get; } = With(ResendMode.New);

    private static EnrolmentPolicy With(ResendMode onResend) => EnrolmentPolicy.Create(TestPolicies.Document with
    {
        AccountsPerNumber = 1,
        CoolDownAfterRemoval = CoolDown,
        ChannelChanges = new ChannelChangeRules { Most = MostChannelChanges },
        Code = TestPolicies.Document.Code with { OnResend = onResend },
    });
}
