namespace LoginVerification;

/// <summary>The bounds of a policy file. They keep every policy explorable.</summary>
public static class PolicyLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The deepest nesting of a file.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most surfaces.</summary>
    public const int MaxSurfaces = 16;

    /// <summary>The most screens of one surface.</summary>
    public const int MaxScreens = 64;

    /// <summary>The most gating rules: a number's class is one bit a rule.</summary>
    public const int MaxRules = 64;
}
