namespace LoginVerification.Tests;

/// <summary>The policies of the stories: one account alone may have a number, and the channel may be changed so seldom that a story meets the bound.</summary>
internal static class HistoryPolicies
{
    public const int MostChannelChanges = 4;

    /// <summary>A resend repeats the code.</summary>
    public static EnrolmentPolicy SameCode { get; } = With(ResendMode.Same);

    /// <summary>A resend brings a new code.</summary>
    public static EnrolmentPolicy NewCode { get; } = With(ResendMode.New);

    private static EnrolmentPolicy With(ResendMode onResend) => EnrolmentPolicy.Create(TestPolicies.Document with
    {
        AccountsPerNumber = 1,
        ChannelChanges = new ChannelChangeRules { Most = MostChannelChanges },
        Code = TestPolicies.Document.Code with { OnResend = onResend },
    });
}
