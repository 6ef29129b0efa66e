namespace LoginVerification;

/// <summary>What a text message from a phone asks for. New members may come; treat one that you do not know as <see cref="None"/>.</summary>
public enum InboundKeyword
{
    /// <summary>No keyword: an ordinary message, for people to read.</summary>
    None,

    /// <summary>Send no more: report it with <see cref="OptOutOfDelivery"/>.</summary>
    Stop,

    /// <summary>Send again, after a stop: report it with <see cref="RestoreDelivery"/>.</summary>
    Start,

    /// <summary>What is this? Answer with the name of the service and how to reach it; nothing changes.</summary>
    Help,
}
