namespace LoginVerification.Exploration;

/// <summary>What became of the SMS with the newest code.</summary>
public enum SmsDelivery
{
    /// <summary>None is awaited, or it makes no difference any more.</summary>
    None,

    /// <summary>It is on its way.</summary>
    OnItsWay,

    /// <summary>It arrived.</summary>
    Arrived,

    /// <summary>It is lost.</summary>
    Lost,
}
