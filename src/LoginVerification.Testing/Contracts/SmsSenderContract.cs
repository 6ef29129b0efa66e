namespace LoginVerification.Testing;

/// <summary>What <see cref="ISmsSender"/> promises.</summary>
public abstract class SmsSenderContract : PortContract
{
    private const int Callers = 8;
    private const string Code = "386153";

    /// <summary>The adapter under test. It sends to a number that nobody owns: let a live sender talk to a stub of its provider.</summary>
    protected abstract ISmsSender Open();

    /// <summary>A clause.</summary>
    public async Task A_message_is_taken() => DemandTaken(await Open().SendAsync(Message("contract/1"), CancellationToken.None).ConfigureAwait(false));

    /// <summary>A clause: the outbox sends again what it could not mark as sent.</summary>
    public async Task The_same_message_is_taken_again()
    {
        var sender = Open();
        DemandTaken(await sender.SendAsync(Message("contract/1"), CancellationToken.None).ConfigureAwait(false));
        DemandTaken(await sender.SendAsync(Message("contract/1"), CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>A clause.</summary>
    public Task Many_messages_are_taken_at_once()
    {
        var sender = Open();
        return Demand.AtOnceAsync(Callers, async caller =>
        {
            DemandTaken(await sender.SendAsync(Message($"contract/{caller}"), CancellationToken.None).ConfigureAwait(false));
            return caller;
        });
    }

    /// <summary>A clause.</summary>
    public Task A_cancelled_send_goes_out_or_ends_as_cancelled() =>
        Demand.DoneOrCancelledAsync(async cancelled => DemandTaken(await Open().SendAsync(Message("contract/1"), cancelled).ConfigureAwait(false)));

    /// <summary>A clause: logs show what a sender does and what it was given.</summary>
    public Task Neither_sender_nor_message_shows_number_or_code()
    {
        var message = Message("contract/1");
        foreach (var shown in new[] { message.ToString(), Open().ToString() ?? "" })
        {
            Demand.That(
                !shown.Contains(message.To.E164[1..], StringComparison.Ordinal) && !shown.Contains(Code, StringComparison.Ordinal),
                "ToString shows the number or the code.");
        }

        return Task.CompletedTask;
    }

    private static void DemandTaken(SmsReceipt? receipt) => Demand.Same(new SmsReceipt.Accepted(), receipt, "The receipt of a message that can be sent");

    private static SmsMessage Message(string id) => new(id, Samples.British.Number, $"Your code is {Code}.");
}
