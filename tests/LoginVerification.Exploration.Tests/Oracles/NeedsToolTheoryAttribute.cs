namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A theory that is skipped, with the reason, where one of its programs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsToolTheoryAttribute : TheoryAttribute
{
    public NeedsToolTheoryAttribute(params string[] tools) => Skip = Tools.Missing(tools);
}
