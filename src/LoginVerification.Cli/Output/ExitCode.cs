namespace LoginVerification.Cli;

/// <summary>What the tool answers to the program that called it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>A goal out of reach, a policy that is not valid.</summary>
    public const int No = 1;

    /// <summary>Bad input or a file that cannot be read. Standard output stays empty.</summary>
    public const int BadInput = 2;

    /// <summary>A defect of this tool (EX_SOFTWARE of sysexits.h).</summary>
    public const int Defect = 70;

    /// <summary>The answer could not be written, or a store failed on the way (EX_IOERR of sysexits.h).</summary>
    public const int Unwritable = 74;

    /// <summary>Stopped by Ctrl+C (128 + SIGINT).</summary>
    public const int Stopped = 130;
}
