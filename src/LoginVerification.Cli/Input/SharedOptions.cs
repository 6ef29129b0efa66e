using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Options that mean the same for every verb.</summary>
internal static class SharedOptions
{
    public static Option<string> Policy() => new("--policy")
    {
        Description = $"A shipped policy ({string.Join(", ", NamedPolicies.Names)}) or a policy file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => NamedPolicies.Names[0],
    };

    /// <summary>The same, for a verb that takes several.</summary>
    public static Option<string[]> Policies() => new("--policy")
    {
        Description = $"A shipped policy ({string.Join(", ", NamedPolicies.Names)}) or a policy file; may be written for several.",
        HelpName = "NAME|FILE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [NamedPolicies.Names[0]],
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Answers in JSON, on standard output alone.",
    };

    public static Option<string> Links() => new("--links")
    {
        Description = "Which links may be followed: the visible ones, or hidden ones and those in an SMS, too.",
        HelpName = "visible|all",
        DefaultValueFactory = _ => "all",
    };

    public static Option<string> Device() => new("--device")
    {
        Description = "Whether the user begins with a registered device. Without one they can register one on the way, as a step.",
        HelpName = "yes|no",
        DefaultValueFactory = _ => "no",
    };

    public static Option<string[]> Account(string unstated) => new("--account")
    {
        Description = $"An attribute of the account, where the policy declares some; may be written for several. Without it: {unstated}.",
        HelpName = "NAME=VALUE",
    };

    public static Option<string?> Scale() => new("--scale")
    {
        Description = $"How far books are kept, as bounds with commas between them. Without it: {ScaleInput.Write(ExplorationScale.Default)}.",
        HelpName = "KEY=N,…",
    };

    public static Option<string?> MostStates() => new("--max-states")
    {
        Description = $"How many states to look at before giving up. Without it: {new ExplorationOptions().MostStates}.",
        HelpName = "N",
    };

    public static Option<string?> MostShapes() => new("--max-shapes")
    {
        Description = $"How many shapes of an enrolment to look at before giving up. Without it: {new ExplorationOptions().MostShapes}.",
        HelpName = "N",
    };
}
