using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace LoginVerification.Testing;

/// <summary>What <see cref="IEnrolmentStore"/>, <see cref="IEnrolmentHistory"/> and <see cref="IOutbox"/> promise, over the same data.</summary>
public abstract partial class EnrolmentsContract : PortContract
{
    private const int Callers = 8;

    private static readonly AccountId Alice = AccountId.Parse("alice");
    private static readonly AccountId Bob = AccountId.Parse("bob");
    private static readonly Instant Now = Samples.Now;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);
    private static readonly Instant LeaseEnd = Now + Duration.FromMinutes(1);

    /// <summary>The adapter under test, with nothing stored.</summary>
    protected abstract ValueTask<EnrolmentPorts> OpenAsync();

    /// <summary>Another instance over the same data, as a second process has it. An adapter that lives in one process gives the same one.</summary>
    /// <param name="first">What <see cref="OpenAsync"/> gave.</param>
    protected virtual ValueTask<EnrolmentPorts> OpenAnotherAsync(EnrolmentPorts first) => new(first);

    /// <summary>A change from one version by so many events; the snapshot is as good as empty.</summary>
    private static EnrolmentChange Change(AccountId account, long expectedVersion, IReadOnlyList<EnrolmentEvent> events, params OutboxMessage[] messages) =>
        Change(Empty(account, expectedVersion + events.Count), events, messages);

    private static Enrolment Empty(AccountId account, long version) => new(account) { Version = version, Id = Samples.Enrolment, ChangedAt = Now };

    private static EnrolmentChange Change(Enrolment enrolment, IReadOnlyList<EnrolmentEvent> events, params OutboxMessage[] messages) =>
        new(Empty(enrolment.Account, enrolment.Version - events.Count), enrolment, events.ToValueList(), messages.ToValueList());

    private static EnrolmentEvent[] OneEvent(int which = 0) => [Samples.Events[which]];

    private static OutboxMessage Message(AccountId account, long eventVersion, OutboxEffect effect = OutboxEffect.SendCode) =>
        MessageOf(Samples.Enrolment, account, eventVersion, effect);

    /// <summary>A message with an id of the shape that the service gives, another one for each message.</summary>
    private static OutboxMessage MessageOf(EnrolmentId enrolment, AccountId account, long eventVersion, OutboxEffect effect = OutboxEffect.SendCode)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{enrolment.Hex}/{eventVersion}/{effect}/{account.Value}");
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), account, enrolment, eventVersion, effect, Now);
    }

    /// <summary>Saves over what is stored, as a command does that read it.</summary>
    private static async Task SaveAsync(EnrolmentPorts ports, EnrolmentChange change)
    {
        var stored = await ports.Store.LoadAsync(change.Enrolment.Account, CancellationToken.None).ConfigureAwait(false);
        Demand.That(
            await ports.Store.TrySaveAsync(stored is null ? change : change with { Before = stored }, CancellationToken.None).ConfigureAwait(false),
            $"A save at the stored version {change.ExpectedVersion} was refused.");
    }

    private static async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync(EnrolmentPorts ports, AccountId account, long from = 1, int most = int.MaxValue) =>
        Demand.Present(await ports.History.ReadAsync(account, from, most, CancellationToken.None).ConfigureAwait(false), "The history");

    private static async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(EnrolmentPorts ports, Instant now, int most = 100) =>
        Demand.Present(await ports.Outbox.ClaimAsync(now, now + (LeaseEnd - Now), most, CancellationToken.None).ConfigureAwait(false), "The claim");

    private static async Task DemandClaimAsync(EnrolmentPorts ports, Instant now, IEnumerable<OutboxMessage> expected, string what) => Demand.SameItems(
        expected.Select(message => message.Id).Order(StringComparer.Ordinal),
        (await ClaimAsync(ports, now).ConfigureAwait(false)).Select(message => message.Id).Order(StringComparer.Ordinal),
        what);

    private static async Task DemandSnapshotAsync(EnrolmentPorts ports, AccountId account, Enrolment? expected, string what) =>
        Demand.Same(expected, await ports.Store.LoadAsync(account, CancellationToken.None).ConfigureAwait(false), what);
}
