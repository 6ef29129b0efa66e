namespace LoginVerification.Exploration;

/// <summary>The words of the language of properties.</summary>
internal static class PropertyWords
{
    public const string Always = "always";
    public const string OnEveryStep = "onEveryStep";
    public const string Reachable = "reachable";
    public const string AlwaysReachable = "alwaysReachable";
    public const string LeadsTo = "leadsTo";

    public const string OverVisibleLinks = "overVisibleLinks";
    public const string WithStaff = "withStaff";
    public const string WithoutStaff = "withoutStaff";

    public const string Not = "not";
    public const string And = "and";
    public const string Or = "or";
    public const string Implies = "implies";
    public const string In = "in";
    public const string True = "true";

    public const string Before = "before.";
    public const string After = "after.";

    /// <summary>In front of an attribute of accounts.</summary>
    public const string Account = "account.";

    /// <summary>In place of a channel, a command or an SMS where there is none.</summary>
    public const string None = "None";
}
