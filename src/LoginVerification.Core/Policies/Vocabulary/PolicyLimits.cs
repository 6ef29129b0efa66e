namespace LoginVerification.Policies;

/// <summary>The bounds of a policy file. They keep every policy explorable.</summary>
public static class PolicyLimits
{
    /// <summary>In place of a count: nothing bounds it, and <c>"unlimited"</c> in a file. Only a policy with <see cref="PolicyDocument.Research"/> may say so.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>The same in a file.</summary>
    internal const string UnlimitedWord = "unlimited";

    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The deepest nesting of a file, in levels.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most surfaces.</summary>
    public const int MaxSurfaces = 16;

    /// <summary>The most screens of one surface.</summary>
    public const int MaxScreens = 64;

    /// <summary>The most links of one screen.</summary>
    public const int MaxLinks = 64;

    /// <summary>The most gating rules: a number's class is one bit a rule.</summary>
    public const int MaxRules = 64;

    /// <summary>The most attributes of accounts.</summary>
    public const int MaxAttributes = 4;

    /// <summary>The most values of one attribute.</summary>
    public const int MaxAttributeValues = 8;

    /// <summary>The most kinds of accounts, which are all combinations of the values of attributes: the explorer looks at each.</summary>
    public const int MaxAccountKinds = 64;

    /// <summary>The most items of one <c>only</c> or <c>except</c>.</summary>
    public const int MaxItems = 1000;

    /// <summary>The longest name of a policy, surface, screen or rule, in characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The longest label of a link, in UTF-16 code units.</summary>
    public const int MaxLabelLength = 200;

    /// <summary>The longest description, in UTF-16 code units.</summary>
    public const int MaxDescriptionLength = 4000;

    /// <summary>The most errors that are told of one file; who has more has no policy.</summary>
    public const int MaxErrors = 1000;
}
