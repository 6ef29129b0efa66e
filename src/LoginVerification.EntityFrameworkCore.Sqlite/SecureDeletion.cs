using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoginVerification.EntityFrameworkCore.Sqlite;

/// <summary>What is deleted or replaced is overwritten in the file, and not only marked as free: an erased number is not to be found there.</summary>
internal sealed class SecureDeletion : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA secure_delete = ON";

    public static SecureDeletion Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
