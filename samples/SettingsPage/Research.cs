using LoginVerification.Policies;

namespace SettingsPage;

/// <summary>Policies that model the defects of other services: no real account may be under one, so that every page says so.</summary>
internal static class Research
{
    public static bool Is(EnrolmentPolicy policy) => policy.Document is
    { RemovePhoneWhileEnabled: RemovePhoneMode.DisableSilently } or { OnStop: StopMode.RemovePhone } or { OnPhoneInvalidated: InvalidationMode.DisableSilently };
}
