namespace LoginVerification.Http;

/// <summary>Every call that is mapped.</summary>
internal static class AllCalls
{
    public static IReadOnlyList<Call> All { get; } = [.. EnrolmentEndpoints.All, .. DeviceEndpoints.All, .. SignInEndpoints.All, .. AppEndpoints.All];
}
