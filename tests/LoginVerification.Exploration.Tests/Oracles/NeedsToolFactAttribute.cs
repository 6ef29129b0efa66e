namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A test that is skipped, with the reason, where one of its programs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsToolFactAttribute : FactAttribute
{
    public NeedsToolFactAttribute(params string[] tools) => Skip = Tools.Missing(tools);
}
