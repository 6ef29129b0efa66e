namespace LoginVerification;

/// <summary>The modes of a policy that no application should run with. The host may allow them, unlike what <see cref="PolicyDocument.Research"/> stands for.</summary>
internal static class ResearchValues
{
    public static IReadOnlyList<string> Of(PolicyDocument policy) =>
    [
        .. policy.RemovePhoneWhileEnabled is RemovePhoneMode.DisableSilently ? ["removePhoneWhileEnabled: disableSilently"] : Array.Empty<string>(),
        .. policy.OnStop is StopMode.RemovePhone ? ["onStop: removePhone"] : Array.Empty<string>(),
        .. policy.OnPhoneInvalidated is InvalidationMode.DisableSilently ? ["onPhoneInvalidated: disableSilently"] : Array.Empty<string>(),
    ];
}
