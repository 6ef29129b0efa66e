using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary>How users of a number fare from a surface's home, the easy ways first.</summary>
internal enum Ease
{
    /// <summary>All on the surface itself, in plain sight.</summary>
    Straight,

    /// <summary>In plain sight, over another surface.</summary>
    Detour,

    /// <summary>Refused on the surface, and led on in plain sight elsewhere.</summary>
    Refused,

    /// <summary>Only over a link that is hidden, or in an SMS.</summary>
    HiddenOnly,

    /// <summary>Not at all.</summary>
    NoWay,

    /// <summary>The country has no phone numbers.</summary>
    NoNumbers,
}

/// <summary>How ease is told: by words, to which the style sheet adds a sign and a colour.</summary>
internal static class EaseWords
{
    public static string Of(Ease ease) => ease switch
    {
        Ease.Straight => "straight through",
        Ease.Detour => "over another surface",
        Ease.Refused => "refused, then elsewhere",
        Ease.HiddenOnly => "hidden link only",
        Ease.NoWay => "no way",
        Ease.NoNumbers => "no phone numbers",
        _ => throw new UnreachableException(),
    };
}
