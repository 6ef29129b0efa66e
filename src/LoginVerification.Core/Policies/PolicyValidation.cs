namespace LoginVerification;

/// <summary>Checks a policy once, before it is frozen.</summary>
internal static class PolicyValidation
{
    public static IReadOnlyList<PolicyError> Validate(PolicyDocument document) => [];
}
