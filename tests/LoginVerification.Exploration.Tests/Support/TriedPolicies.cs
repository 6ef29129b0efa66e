namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Policies with which the explorer was tried by others: modelled on real services, or as small as a fault that it had.</summary>
internal static class TriedPolicies
{
    private static readonly Explorer Explorer = new();

    /// <summary>The policy of a file in the folder Policies.</summary>
    public static EnrolmentPolicy Load(string name)
    {
        using var file = typeof(TriedPolicies).Assembly.GetManifestResourceStream(name)!;
        return EnrolmentPolicy.Create(PolicyFile.Read(file));
    }

    /// <summary>What the explorer says of it, with one number.</summary>
    public static PolicyExploration Explore(string name) => Explorer.Explore(Load(name), new ExplorationOptions { Scale = new ExplorationScale { Numbers = 1 } });

    public static PropertyVerdict Verdict(string policy, string property) => Explore(policy).Properties.Single(told => told.Name == property);
}
