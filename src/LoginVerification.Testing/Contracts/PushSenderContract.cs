using NodaTime;

namespace LoginVerification.Testing;

/// <summary>What <see cref="IPushSender"/> promises.</summary>
public abstract class PushSenderContract : PortContract
{
    private const int Callers = 8;

    /// <summary>The adapter under test.</summary>
    protected abstract IPushSender Open();

    /// <summary>An address that the push service takes.</summary>
    protected abstract PushAddress Address { get; }

    /// <summary>The adapter's clock: a push that is of no use any more is none that a push service takes.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    /// <summary>A clause.</summary>
    public async Task A_push_gets_a_receipt() => DemandReceipt(await Open().WakeAsync(Push("one"), CancellationToken.None).ConfigureAwait(false));

    /// <summary>A clause: the outbox sends again what it could not mark as sent.</summary>
    public async Task The_same_push_gets_a_receipt_again()
    {
        var sender = Open();
        for (var attempt = 0; attempt < 2; attempt++)
            DemandReceipt(await sender.WakeAsync(Push("same"), CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>A clause.</summary>
    public async Task Many_pushes_get_a_receipt_at_once()
    {
        var sender = Open();
        foreach (var receipt in await Demand.AtOnceAsync(Callers, caller => sender.WakeAsync(Push($"many-{caller}"), CancellationToken.None)).ConfigureAwait(false))
            DemandReceipt(receipt);
    }

    /// <summary>A clause.</summary>
    public Task A_cancelled_push_goes_out_or_ends_as_cancelled() => Demand.DoneOrCancelledAsync(
        async cancelled => DemandReceipt(await Open().WakeAsync(Push("cancelled"), cancelled).ConfigureAwait(false)));

    private static void DemandReceipt(PushReceipt receipt) =>
        Demand.That(Enum.IsDefined(receipt), $"The receipt {receipt} is none that the port knows.");

    private PushMessage Push(string id) => new(id, DeviceId.Parse(new string('a', 2 * DeviceId.Length)), Address, Instant.FromDateTimeOffset(Time.GetUtcNow()) + Duration.FromMinutes(2));
}
