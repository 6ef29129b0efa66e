namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A test that is skipped, with the reason, where Node.js or a package of it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNodeFactAttribute : FactAttribute
{
    public NeedsNodeFactAttribute(string package) => Skip = NodeScript.Missing(package);
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNodeTheoryAttribute : TheoryAttribute
{
    public NeedsNodeTheoryAttribute(string package) => Skip = NodeScript.Missing(package);
}
