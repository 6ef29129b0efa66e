using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>Makes the rows of an account by giving its commands to the service, in memory: each row says what the service itself decided.</summary>
internal sealed class AccountMaker : IAsyncDisposable
{
    private readonly InMemoryEnrolments memory = new();
    private readonly ServiceProvider services;
    private readonly Enroller enroller;
    private readonly DateTimeOffset at;
    private readonly Sealer sealer;
    private readonly NumberTokens tokens;

    /// <param name="at">When all of it happens.</param>
    /// <param name="sealing">What seals the rows.</param>
    public AccountMaker(DateTimeOffset at, IServiceProvider sealing)
    {
        (this.at, sealer, tokens) = (at, sealing.GetRequiredService<Sealer>(), sealing.GetRequiredService<NumberTokens>());
        services = LibraryEnrolments.Add(new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new StandingTime(at))).UseStore(memory).Services.BuildServiceProvider();
        enroller = new Enroller(services);
    }

    public async Task<AccountRows> MakeAsync(StoredAccount stored)
    {
        foreach (var command in enroller.CommandsOf(stored.Account, stored.Number).Take(stored.Commands))
            await command();
        var (account, events, snapshot, enrolment) = (stored.Account.Value, new List<EventRow>(), "", new Enrolment(stored.Account));
        foreach (var happened in await memory.ReadAsync(stored.Account, 1, int.MaxValue, default))
        {
            // Each was saved by itself.
            var change = Evolution.ChangeBy(enrolment, [happened], []);
            var text = StoredFormat.Write(change);
            (enrolment, snapshot) = (change.Enrolment, text.Snapshot);
            events.Add(new EventRow { Account = account, Version = enrolment.Version, Body = sealer.SealEvent(text.Events[0], account, enrolment.Version) });
        }

        await memory.EraseAsync(stored.Account, new Origin(Instant.FromDateTimeOffset(at), Initiator.Operator, null) { StaffId = "staff-1" }, default);
        return new AccountRows(
            new EnrolmentRow
            {
                Account = account,
                Enrolment = Guid.ParseExact(enrolment.Id!.Hex, "N"),
                Version = enrolment.Version,
                PendingLapsesAt = enrolment.Pending?.LapsesAt.ToUnixTimeMilliseconds(),
                Snapshot = sealer.SealSnapshot(snapshot, account, enrolment.Version),
            },
            events,
            [.. NumberChanges.Of(new Enrolment(stored.Account), enrolment).Select(change => new NumberRow { Account = account, Number = tokens.Of(change.Number), IsHeld = change.Now!.Value.IsHeld, IsOptedOut = change.Now.Value.IsOptedOut })]);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class StandingTime(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}

/// <summary>What the tables have of an account. Its messages were sent.</summary>
internal sealed record AccountRows(EnrolmentRow Enrolment, IReadOnlyList<EventRow> Events, IReadOnlyList<NumberRow> Numbers);
