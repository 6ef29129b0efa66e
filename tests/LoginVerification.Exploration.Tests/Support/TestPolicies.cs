namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Policies by name: those that are shipped, the studies, and those that lie in the folder Policies of these tests.</summary>
internal static class TestPolicies
{
    private static readonly Explorer Explorer = new();

    public static EnrolmentPolicy Load(string name) =>
        ShippedPolicies.Names.Contains(name) ? ShippedPolicies.Load(name)
        : PolicyStudies.Names.Contains(name) ? PolicyStudies.Load(name)
        : EnrolmentPolicy.FromJson(Text(name));

    public static string Text(string name)
    {
        using var file = new StreamReader(typeof(TestPolicies).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no policy \"{name}\".", nameof(name)));
        return file.ReadToEnd();
    }

    /// <summary>What the explorer says of a policy, with one number.</summary>
    public static PolicyExploration Explore(EnrolmentPolicy policy) => Explorer.Explore(policy, new ExplorationOptions { Scale = new ExplorationScale { Numbers = 1 } });

    public static PropertyVerdict Verdict(string policy, string property) => Explore(Load(policy)).Properties.Single(told => told.Name == property);
}
