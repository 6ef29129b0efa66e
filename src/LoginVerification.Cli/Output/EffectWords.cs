using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>What a change of a policy does to properties, in words: as the title of a list, and as a verb before one.</summary>
internal static class EffectWords
{
    public static string Title(PropertyEffect effect) => effect switch
    {
        PropertyEffect.Repaired => "Repaired",
        PropertyEffect.Broken => "Broken",
        PropertyEffect.Vacuous => "Vacuous now",
        PropertyEffect.Proved => "Proved, and vacuous before",
        _ => "Not known",
    };

    public static string Verb(PropertyEffect effect) => effect switch
    {
        PropertyEffect.Repaired => "repairs",
        PropertyEffect.Broken => "breaks",
        PropertyEffect.Vacuous => "makes vacuous",
        PropertyEffect.Proved => "proves",
        _ => "leaves open",
    };

    public static Style Ink(PropertyEffect effect) => effect switch
    {
        PropertyEffect.Repaired or PropertyEffect.Proved => Cli.Ink.Good,
        PropertyEffect.Broken => Cli.Ink.Bad,
        _ => Cli.Ink.Hint,
    };
}
