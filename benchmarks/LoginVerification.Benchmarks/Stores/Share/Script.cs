using System.Data;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>
/// What the library said to the server for one account, to be said again for another one: the same text, batches and transactions, with another account, other
/// ids, other bytes of the same lengths, and the present.
/// </summary>
internal sealed class Script
{
    private const long AnInstant = 1_000_000_000_000;
    private static readonly IEqualityComparer<byte[]> ByContent = EqualityComparer<byte[]>.Create((one, other) => one.AsSpan().SequenceEqual(other));
    private readonly List<Guid> ids = [];
    private readonly List<byte[]> bodies = [];
    private readonly string account;
    private readonly long recordedAt;
    private readonly List<Func<Run, Task>>[] parts;
    private readonly string size;

    /// <param name="account">The account that it was recorded for.</param>
    /// <param name="recorded">What was said for each command.</param>
    public Script(string account, IReadOnlyList<IReadOnlyList<Exchange>> recorded)
    {
        (this.account, recordedAt) = (account, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        parts = [.. recorded.Select(exchanges => exchanges.Select(StepOf).ToList())];
        var said = recorded.SelectMany(exchanges => exchanges).ToList();
        var alone = said.Where(exchange => exchange.IsSimple).CountBy(exchange => exchange.Statements[0].Sql).Select(sql => $", {sql.Value} × {sql.Key}");
        size = $"{said.Where(exchange => !exchange.IsSimple).Sum(exchange => exchange.Statements.Count)} statements in {said.Count(exchange => !exchange.IsSimple)} batches{string.Concat(alone)}";
    }

    /// <summary>The commands for another account, to be given in turn.</summary>
    public IReadOnlyList<Func<Task>> CommandsOf(string connection, string otherAccount)
    {
        var run = new Run(connection, otherAccount, [.. ids.Select(_ => Guid.NewGuid())], [.. bodies.Select(body => BytesOf(body.Length))], DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - recordedAt);
        return [.. parts.Select((steps, index) => (Func<Task>)(async () =>
        {
            foreach (var step in steps)
                await step(run);
            if (index == parts.Length - 1)
                await run.DisposeAsync();
        }))];
    }

    /// <summary>How much is said.</summary>
    public override string ToString() => size;

    private static byte[] BytesOf(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    private Func<Run, Task> StepOf(Exchange exchange) => exchange switch
    {
        { IsSimple: false } => BatchOf(exchange.Statements),
        { Statements: [{ Sql: "BEGIN" }] } => run => run.BeginAsync(IsolationLevel.Unspecified),
        { Statements: [{ Sql: "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED" }] } => run => run.BeginAsync(IsolationLevel.ReadCommitted),
        { Statements: [{ Sql: "COMMIT" }] } => run => run.CommitAsync(),
        _ => throw new NotSupportedException($"It is not known how the library came to say: {exchange}"),
    };

    private Func<Run, Task> BatchOf(IReadOnlyList<Statement> statements)
    {
        (string Sql, Func<Run, NpgsqlParameter>[] Parameters)[] said = [.. statements.Select(statement => (statement.Sql, statement.Parameters.Select(ParameterOf).ToArray()))];
        return async run =>
        {
            await using var batch = new NpgsqlBatch(await run.OpenAsync());
            foreach (var (sql, parameters) in said)
            {
                var command = new NpgsqlBatchCommand(sql);
                foreach (var parameter in parameters)
                    command.Parameters.Add(parameter(run));
                batch.BatchCommands.Add(command);
            }

            await using var reader = await batch.ExecuteReaderAsync();
            do
            {
                var row = new object[reader.FieldCount];
                while (await reader.ReadAsync())
                    reader.GetValues(row);
            }
            while (await reader.NextResultAsync());
        };
    }

    private Func<Run, NpgsqlParameter> ParameterOf(Parameter parameter)
    {
        var type = WireValue.TypeOf(parameter.Type);
        var value = parameter.Value is null ? _ => DBNull.Value : Fresh(WireValue.Read(parameter.Type, parameter.Value));
        return run => new NpgsqlParameter { NpgsqlDbType = type, Value = value(run) };
    }

    /// <summary>What stands for a value in another account: what was the same is the same again.</summary>
    private Func<Run, object> Fresh(object value)
    {
        switch (value)
        {
            case string text when text == account:
                return run => run.Account;
            case long instant when instant > AnInstant:
                return run => instant + run.Later;
            case Guid id:
                var place = PlaceOf(ids, id, EqualityComparer<Guid>.Default);
                return run => run.Ids[place];
            case byte[] body:
                var index = PlaceOf(bodies, body, ByContent);
                return run => run.Bodies[index];
            case Array { Rank: 1 } array:
                Func<Run, object>[] elements = [.. array.Cast<object>().Select(Fresh)];
                return run =>
                {
                    var fresh = Array.CreateInstance(array.GetType().GetElementType()!, elements.Length);
                    for (var i = 0; i < elements.Length; i++)
                        fresh.SetValue(elements[i](run), i);
                    return fresh;
                };
            default:
                return _ => value;
        }
    }

    private static int PlaceOf<T>(List<T> known, T value, IEqualityComparer<T> comparer)
    {
        var place = known.FindIndex(other => comparer.Equals(other, value));
        if (place >= 0)
            return place;
        known.Add(value);
        return known.Count - 1;
    }

    /// <summary>One account's turn, on a connection of the pool at a time.</summary>
    private sealed class Run(string connectionString, string account, Guid[] ids, byte[][] bodies, long later) : IAsyncDisposable
    {
        private NpgsqlConnection? connection;
        private NpgsqlTransaction? transaction;

        public string Account => account;

        public Guid[] Ids => ids;

        public byte[][] Bodies => bodies;

        /// <summary>How much later it is, in milliseconds.</summary>
        public long Later => later;

        public async ValueTask<NpgsqlConnection> OpenAsync()
        {
            if (connection is null)
            {
                connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
            }

            return connection;
        }

        public async Task BeginAsync(IsolationLevel isolation) => transaction = await (await OpenAsync()).BeginTransactionAsync(isolation);

        public async Task CommitAsync()
        {
            await transaction!.CommitAsync();
            await transaction.DisposeAsync();
            transaction = null;
        }

        /// <summary>Gives the connection back.</summary>
        public async ValueTask DisposeAsync()
        {
            if (connection is not null)
                await connection.DisposeAsync();
            connection = null;
        }
    }
}
