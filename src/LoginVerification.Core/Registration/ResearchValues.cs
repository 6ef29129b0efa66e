namespace LoginVerification;

/// <summary>The settings of a policy that no application should run with.</summary>
internal static class ResearchValues
{
    public static IReadOnlyList<string> Of(PolicyDocument policy) =>
    [
        .. policy.RemovePhoneWhileEnabled is RemovePhoneMode.DisableSilently ? ["removePhoneWhileEnabled: disableSilently"] : Array.Empty<string>(),
        .. policy.OnStop is StopMode.RemovePhone ? ["onStop: removePhone"] : Array.Empty<string>(),
        .. policy.OnPhoneInvalidated is InvalidationMode.DisableSilently ? ["onPhoneInvalidated: disableSilently"] : Array.Empty<string>(),
    ];
}
