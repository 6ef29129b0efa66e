namespace LoginVerification.Pages;

/// <summary>A return path is one of this site's, or it is none: nobody is sent elsewhere by a link that somebody else wrote.</summary>
internal static class LocalPath
{
    public const string Query = "returnUrl";

    private const int MaxLength = 2048;

    public static string? Of(string? asked) =>
        asked is ['/', ..] and not ['/', '/', ..] && asked.Length <= MaxLength && !asked.Any(character => char.IsControl(character) || character == '\\') ? asked : null;
}
