namespace LoginVerification;

internal sealed class Wayfinder(Policy policy)
{
    public Policy Policy => policy;
}
