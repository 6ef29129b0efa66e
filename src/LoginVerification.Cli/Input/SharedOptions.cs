using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary>Options that mean the same for every verb.</summary>
internal static class SharedOptions
{
    public static Option<string> Policy() => new("--policy")
    {
        Description = $"A shipped policy ({string.Join(", ", ShippedPolicies.Names)}) or a policy file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => ShippedPolicies.Names[0],
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Answers in JSON, on standard output alone.",
    };
}
