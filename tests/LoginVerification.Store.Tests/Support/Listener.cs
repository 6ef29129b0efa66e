using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoginVerification.Store.Tests;

/// <summary>Hears what is said to the database: each command, and the beginnings and ends of transactions.</summary>
internal sealed class Listener : DbCommandInterceptor
{
    private readonly List<Saying> sayings = [];

    public Listener() => Transactions = new Ends(this);

    /// <summary>The half that hears transactions.</summary>
    public IInterceptor Transactions { get; }

    /// <summary>What was said since the last time, in order.</summary>
    public Saying[] Take()
    {
        lock (sayings)
        {
            Saying[] taken = [.. sayings];
            sayings.Clear();
            return taken;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Hear(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Hear(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Hear(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        // The last look finds the end.
        lock (sayings)
            sayings[sayings.FindLastIndex(saying => saying.Sql == command.CommandText)] = new Saying(command.CommandText) { RowsRead = eventData.ReadCount - 1 };
        return new(result);
    }

    private void Hear(DbCommand command) => Hear(command.CommandText);

    private void Hear(string sql)
    {
        lock (sayings)
            sayings.Add(new Saying(sql));
    }

    /// <summary>One thing that was said.</summary>
    internal sealed record Saying(string Sql)
    {
        public int RowsRead { get; init; }

        public bool IsRead => Sql.StartsWith("SELECT", StringComparison.Ordinal);

        public override string ToString() => IsRead ? "read" : Sql is "BEGIN" or "COMMIT" ? Sql : "write";
    }

    private sealed class Ends(Listener listener) : DbTransactionInterceptor
    {
        public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            listener.Hear("BEGIN");
            return new(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            listener.Hear("COMMIT");
            return Task.CompletedTask;
        }
    }
}
