namespace LoginVerification;

/// <summary>The adapters that one command has to itself. An optional port is left behind past its deadline, so that it shares nothing with a command.</summary>
internal sealed record Adapters(IEnrolmentStore Store, ISmsSender Sms, IPhoneNumberReader Numbers)
{
    /// <summary>Every port that an adapter serves.</summary>
    public static IReadOnlyList<Type> Ports { get; } =
    [
        typeof(IEnrolmentStore), typeof(IEnrolmentHistory), typeof(IOutbox), typeof(ISmsSender), typeof(INotifier), typeof(IPhoneNumberReader),
        typeof(ICountryRegistry), typeof(IRiskSignal), typeof(ISendLimiter), typeof(IPushSender), typeof(IAccountAttributes),
    ];
}
