using System.Data.Common;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Two transactions at the same rows. Mostly the second one waits, and sees what the first left. It is rolled back with an error where that cannot be, as on
/// partitions that lie on another server; then it looks again.
/// </summary>
internal static class Race
{
    /// <summary>Each time somebody else came through.</summary>
    private const int MostTries = 20;

    /// <summary>Whether a failure says so: SQLSTATE class 40 of the SQL standard, "transaction rollback". 40003 leaves open whether it was.</summary>
    public static bool IsLost(Exception failure) => failure is DbException { SqlState: ['4', '0', ..] and not "40003" }
        || (failure.InnerException is { } inner && IsLost(inner));

    /// <summary>Does it again for as long as it is rolled back.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> transaction)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transaction().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Contexts wrap what the provider throws.
            catch (Exception failure) when (attempt < MostTries && IsLost(failure))
#pragma warning restore CA1031
            {
                // Nothing was changed.
            }
        }
    }
}
