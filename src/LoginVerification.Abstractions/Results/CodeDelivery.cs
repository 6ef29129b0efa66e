namespace LoginVerification;

/// <summary>How far the newest code for the pending number has come, as far as the service knows.</summary>
[JsonConverter(typeof(NameJsonConverter<CodeDelivery>))]
public enum CodeDelivery
{
    /// <summary>The gateway took it. Whether it arrived, only the code proves.</summary>
    Sent,

    /// <summary>It has not gone out yet: the gateway did not answer, or an attempt failed. It is tried again by itself.</summary>
    Waiting,

    /// <summary>It will not go out: the gateway refused it for good, the number's holder opted out, or every attempt failed.</summary>
    Failed,
}
