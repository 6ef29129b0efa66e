namespace LoginVerification.Policies;

/// <summary>The form of every name in a policy. It holds no blank and no slash, so that <c>surface/screen</c> is unambiguous.</summary>
internal static class PolicyNames
{
    public const string Pattern = "^" + Name + "$";

    /// <summary>The form of a link's target: <c>screen</c> or <c>surface/screen</c>.</summary>
    public const string TargetPattern = "^(" + Name + "/)?" + Name + "$";

    private const string Name = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /// <summary>What is wrong with a name and what to write instead; null if nothing is.</summary>
    public static string? Complaint(string name) => Fits(name)
        ? null
        : $"{Words.Quote(name)} is no name. Write 1 to {PolicyLimits.MaxNameLength} ASCII letters, digits, dots, hyphens or underscores, a letter or digit first.";

    public static bool Fits(string name) =>
        name.Length is > 0 and <= PolicyLimits.MaxNameLength && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
