using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What each operation of the library takes, one at a time, beside so many stored accounts.</summary>
internal sealed class Latencies(IServiceProvider services, ServerLook server, string connection, int accounts)
{
    private const string Table = "One at a time: ms, median and 99 %, and statements of each";
    private const int Batch = DispatchTiming.BatchSize;
    private const int Backlog = 100_000;
    private const string Empty = "TRUNCATE \"LoginVerificationOutbox\"";
    private readonly Enroller enroller = new(services);
    private readonly IEnrolmentService enrolments = services.GetRequiredService<IEnrolmentService>();
    private readonly IOutbox outbox = services.GetRequiredService<IOutbox>();
    private readonly OutboxDispatcher dispatcher = services.GetRequiredService<OutboxDispatcher>();

    private int disabled;

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    /// <param name="writes">How often commands are given; reads come four times as often.</param>
    /// <param name="report">Where it is told.</param>
    public async Task MeasureAsync(int writes, Report report)
    {
        var (reads, store, history) = (4 * writes, services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>(), services.GetRequiredService<IEnrolmentHistory>());
        await TimeAsync("question at sign-in: `GetLoginRequirementAsync`", reads, _ => enroller.AskAsync(Random().Account, isProtected: true));
        await TimeAsync("the history of an account", reads, async _ => await history.ReadAsync(Random().Account, 1, int.MaxValue, default));
        await TimeAsync("accounts of a number, as for STOP", reads, async _ => await enrolments.FindAccountsAsync(Random().Number));
        await TimeAsync("accounts whose number lapsed, none", reads, _ => store.FindLapsedAsync(Now, null, Batch, default));

        var newcomers = Enumerable.Range(0, writes).Select(index => enroller.CommandsOf(AccountId.Parse(Guid.NewGuid().ToString()), Enroller.NumberOf(index))).ToList();
        foreach (var (command, name) in new[] { "`SubmitPhone`", "`ConfirmCode`", "`EnableVerification`" }.Index())
            await TimeAsync(name, writes, index => newcomers[index][command]());
        await TimeAsync("`DisableVerification`, of a stored account", Math.Min(writes, accounts / 25), _ => enroller.DisableAsync(StoredAccount.OfTheLast(accounts, disabled++).Account));

        await TimeAsync($"claim of {Batch} messages", writes / 10, async _ => await outbox.ClaimAsync(Now, Now + Duration.FromMilliseconds(1), Batch, default));
        await TimeAsync($"claim, sending and end of {Batch} messages", writes / 50, _ => dispatcher.DispatchDueAsync());
        while (await dispatcher.DispatchDueAsync() > 0)
        {
            // The rest of them.
        }

        await TimeAsync("claim, where none is due", writes, async _ => await outbox.ClaimAsync(Now, Now, Batch, default));
        await AddBacklogAsync(Now + Duration.FromMinutes(30));
        await TimeAsync(string.Create(CultureInfo.InvariantCulture, $"the same, where {Backlog:N0} wait for a later try"), writes / 5, async _ => await outbox.ClaimAsync(Now, Now, Batch, default));
        await AddBacklogAsync(Now - Duration.FromMinutes(30));
        await TimeAsync(string.Create(CultureInfo.InvariantCulture, $"claim of {Batch} messages, where {Backlog:N0} are due"), writes / 10, async _ => await outbox.ClaimAsync(Now, Now + Duration.FromMinutes(1), Batch, default));
        await Filling.ExecuteAsync(connection, Empty);

        async Task TimeAsync(string name, int times, Func<int, Task> operation)
        {
            await server.ForgetStatementsAsync();
            var measured = await Load.RunAsync(1, TimeSpan.MaxValue, index => index < times ? [() => operation(index)] : []);
            var statements = await server.CountStatementsAsync() / times;
            report.Add(Table, name, string.Create(CultureInfo.InvariantCulture, $"{measured.Median:F2}, {measured.Slow:F1}; {statements:F1}"));
        }
    }

    private StoredAccount Random() => StoredAccount.Random(accounts);

    private async Task AddBacklogAsync(Instant dueAt)
    {
        await Filling.ExecuteAsync(connection, Empty);
        await using var scope = services.CreateAsyncScope();
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await new RowCopy<OutboxRow>(scope.ServiceProvider.GetRequiredService<LoginVerificationContext>().Model).WriteAsync(
            database,
            Enumerable.Range(0, Backlog).Select(index => new OutboxRow
            {
                Account = Random().Account.Value,
                Id = Guid.NewGuid(),
                Enrolment = Guid.NewGuid(),
                EventVersion = 3,
                Effect = OutboxEffect.NotifyOwner,
                DueAt = dueAt.ToUnixTimeMilliseconds() + index,
                Attempts = 1,
            }));
        await Filling.ExecuteAsync(connection, "ANALYZE \"LoginVerificationOutbox\"");
    }
}
