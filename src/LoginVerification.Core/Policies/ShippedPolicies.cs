namespace LoginVerification;

/// <summary>Stub until the files are read.</summary>
public static class ShippedPolicies
{
    /// <summary>Stub.</summary>
    public static Policy Consistent => throw new InvalidOperationException();
}
