using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LoginVerification.Cli;

/// <summary>Looks at a database that is there already, before a walk writes to it.</summary>
internal static class SchemaLook
{
    private const string Applied = """SELECT "MigrationId" FROM "LoginVerificationMigrations" """;
    private const string Accounts = """SELECT "Account" FROM "LoginVerificationEnrolments" WHERE "Account" <> @account LIMIT 1""";

    /// <summary>Why a walk cannot use it, with the mend; null where it can.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="countTable">Counts the tables named @table.</param>
    /// <param name="migrations">Where this release's migrations are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string?> ComplaintAsync(DbConnection connection, string countTable, Assembly migrations, CancellationToken cancellationToken)
    {
        var known = migrations.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToHashSet();
        if (await HasAsync("LoginVerificationMigrations") && !known.IsSupersetOf(await ReadAsync(Applied)))
            return "has a newer schema than this release knows, or another program's. Use the release that made it, or name another database.";
        // A walk sends all that is due there, to a phone that is none.
        if (await HasAsync("LoginVerificationEnrolments") && await ReadAsync(Accounts, ("account", WalkAccount.Name)) is not [])
            return "holds enrolments of other accounts, whose messages a walk would take. Name a database of the walk's own.";
        return null;

        async Task<bool> HasAsync(string table) => await ReadAsync(countTable, ("table", table)) is not ["0"];

        async Task<List<string>> ReadAsync(string query, params (string Name, string Value)[] values)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            var found = new List<string>();
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                found.Add($"{rows.GetValue(0)}");
            return found;
        }
    }
}
