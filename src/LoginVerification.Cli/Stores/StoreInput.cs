namespace LoginVerification.Cli;

/// <summary>Reads what was written after <c>--store</c>. It may hold a password, so that nothing of it is repeated but the scheme.</summary>
internal static class StoreInput
{
    public const string Forms = "sqlite:FILE|postgresql:CONNECTION";

    private const string Mend = "Write sqlite:FILE or postgresql:CONNECTION.";

    /// <summary>The store; null where none was written, or something is wrong with it, which is complained about.</summary>
    public static IWalkStore? Read(string? written, InputReading input)
    {
        if (written is null)
            return null;
        try
        {
            return written.Split(':', 2) switch
            {
                ["sqlite", var file] => SqliteStore.At(file),
                ["postgresql", var connection] => PostgreSqlStore.At(connection),
                [var scheme, _] when scheme.All(char.IsAsciiLetter) => throw new BadInputException($"--store knows no {Shown.Quoted(scheme)}. {Mend}"),
                _ => throw new BadInputException($"--store does not say what kind of database it is. {Mend}"),
            };
        }
        catch (BadInputException bad)
        {
            foreach (var complaint in bad.Complaints)
                input.Complain(complaint);
            return null;
        }
    }
}
