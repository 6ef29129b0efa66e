namespace LoginVerification.Faults.Tests;

/// <summary>A theory that needs a small disk.</summary>
internal sealed class NeedsSmallDiskTheoryAttribute : TheoryAttribute
{
    public NeedsSmallDiskTheoryAttribute() => Skip = SmallDisk.Missing;
}

/// <summary>A theory that needs a small disk, and a server on it.</summary>
internal sealed class NeedsSmallDiskAndPostgresTheoryAttribute : TheoryAttribute
{
    public NeedsSmallDiskAndPostgresTheoryAttribute() => Skip = SmallDisk.Missing ?? PostgresServer.Missing;
}
