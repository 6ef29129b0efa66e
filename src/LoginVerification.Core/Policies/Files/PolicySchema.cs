namespace LoginVerification;

internal static class PolicySchema
{
    public static string Export() => "";
}
