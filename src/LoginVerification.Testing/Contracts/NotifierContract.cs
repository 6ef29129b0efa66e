namespace LoginVerification.Testing;

/// <summary>What <see cref="INotifier"/> promises.</summary>
public abstract class NotifierContract : PortContract
{
    private const int Callers = 8;

    /// <summary>The adapter under test.</summary>
    protected abstract INotifier Open();

    /// <summary>A clause.</summary>
    public async Task Every_kind_of_notice_to_either_address_gets_a_receipt()
    {
        var notifier = Open();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            foreach (var address in Enum.GetValues<NoticeAddress>())
                DemandReceipt(await notifier.NotifyAsync(Notice(kind, address), CancellationToken.None).ConfigureAwait(false));
        }
    }

    /// <summary>A clause: the outbox sends again what it could not mark as sent.</summary>
    public async Task The_same_notice_gets_a_receipt_again()
    {
        var notifier = Open();
        for (var attempt = 0; attempt < 2; attempt++)
            DemandReceipt(await notifier.NotifyAsync(Notice(NoticeKind.PhoneReplaced), CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>A clause.</summary>
    public async Task Many_notices_get_a_receipt_at_once()
    {
        var notifier = Open();
        foreach (var receipt in await Demand.AtOnceAsync(Callers, _ => notifier.NotifyAsync(Notice(NoticeKind.PhoneVerified), CancellationToken.None)).ConfigureAwait(false))
            DemandReceipt(receipt);
    }

    /// <summary>A clause.</summary>
    public Task A_cancelled_notice_goes_out_or_ends_as_cancelled() => Demand.DoneOrCancelledAsync(
        async cancelled => DemandReceipt(await Open().NotifyAsync(Notice(NoticeKind.PhoneVerified), cancelled).ConfigureAwait(false)));

    private static void DemandReceipt(NoticeReceipt receipt) =>
        Demand.That(Enum.IsDefined(receipt), $"The receipt {receipt} is none that the port knows.");

    private static Notice Notice(NoticeKind kind, NoticeAddress address = NoticeAddress.First) =>
        new(AccountId.Parse("contract"), kind, Samples.Now, Initiator.User) { Id = $"contract/1/{kind}/{address}", Address = address, Surface = Surface.Parse("web") };
}
