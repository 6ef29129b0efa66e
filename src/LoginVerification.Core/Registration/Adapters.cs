namespace LoginVerification;

/// <summary>The adapters that one command works with.</summary>
internal sealed record Adapters(
    IEnrolmentStore Store,
    ISmsSender Sms,
    IPhoneNumberReader Numbers,
    ICountryRegistry Registry,
    IAppDevices Devices,
    IRiskSignal Risk,
    ISendLimiter Limiter)
{
    /// <summary>Every port that an adapter serves.</summary>
    public static IReadOnlyList<Type> Ports { get; } =
    [
        typeof(IEnrolmentStore), typeof(IEnrolmentHistory), typeof(IOutbox), typeof(ISmsSender), typeof(INotifier), typeof(IPhoneNumberReader),
        typeof(ICountryRegistry), typeof(IAppDevices), typeof(IRiskSignal), typeof(ISendLimiter),
    ];
}
