namespace LoginVerification.Tests.Policies;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Policy(string name) => Path.Combine(Root, "policies", name);

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "LoginVerification.sln")) ? directory : Find(Path.GetDirectoryName(directory)!);
}
