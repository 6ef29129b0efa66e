namespace LoginVerification.Ports;

/// <summary>What a request to a callback address turned out to be. A closed set. Immutable and thread-safe.</summary>
public abstract record SmsCallback
{
    private SmsCallback() { }

    /// <summary>The provider reports how far a message came.</summary>
    /// <param name="Report">The report.</param>
    public sealed record Delivery(DeliveryReport Report) : SmsCallback;

    /// <summary>A phone answered: a STOP, perhaps.</summary>
    /// <param name="Message">The message.</param>
    public sealed record Inbound(InboundSms Message) : SmsCallback;

    /// <summary>It is not taken.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(CallbackFault Fault) : SmsCallback;
}
