namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Policies by name: those that are shipped, and those that lie in the folder Policies of these tests.</summary>
internal static class TestPolicies
{
    public static EnrolmentPolicy Load(string name) =>
        ShippedPolicies.Names.Contains(name) ? ShippedPolicies.Load(name) : EnrolmentPolicy.FromJson(Text(name));

    public static string Text(string name)
    {
        using var file = new StreamReader(typeof(TestPolicies).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no policy \"{name}\".", nameof(name)));
        return file.ReadToEnd();
    }
}
