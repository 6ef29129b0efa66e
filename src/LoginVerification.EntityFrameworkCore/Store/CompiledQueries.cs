using Microsoft.EntityFrameworkCore;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>A stored text, as it was sealed.</summary>
internal sealed record Document(bool IsSnapshot, long Version, byte[] Body);

/// <summary>What a command asks the database, translated once a store and not once a process: two stores of one process may be on two databases. Thread-safe.</summary>
internal sealed class CompiledQueries<TContext>
    where TContext : DbContext
{
    /// <summary>
    /// The snapshot, and the event that vouches for it: one of them without the other is damage, and no account without an enrolment. One
    /// statement, so that no save comes in between.
    /// </summary>
    public Func<TContext, string, IAsyncEnumerable<Document>> Enrolment { get; } = EF.CompileAsyncQuery((TContext context, string account) =>
        context.Set<EnrolmentRow>().Where(row => row.Account == account).Select(row => new { IsSnapshot = true, row.Version, Body = row.Snapshot })
            .Concat(context.Set<EventRow>().Where(row => row.Account == account).OrderByDescending(row => row.Version).Take(1).Select(row => new { IsSnapshot = false, row.Version, row.Body }))
            .Select(row => new Document(row.IsSnapshot, row.Version, row.Body)));

    public Func<TContext, string, long, int, IAsyncEnumerable<Document>> History { get; } = EF.CompileAsyncQuery((TContext context, string account, long from, int most) =>
        context.Set<EventRow>().Where(row => row.Account == account && row.Version >= from).OrderBy(row => row.Version).Take(most).Select(row => new Document(false, row.Version, row.Body)));

    public Func<TContext, byte[][], string, CancellationToken, Task<int>> Holders { get; } = EF.CompileAsyncQuery((TContext context, byte[][] meant, string except, CancellationToken _) =>
        context.Set<NumberRow>().Count(row => meant.Contains(row.Number) && row.IsHeld && row.Account != except));

    public Func<TContext, byte[][], CancellationToken, Task<bool>> IsOptedOut { get; } = EF.CompileAsyncQuery((TContext context, byte[][] meant, CancellationToken _) =>
        context.Set<NumberRow>().Any(row => meant.Contains(row.Number) && row.IsOptedOut));
}
