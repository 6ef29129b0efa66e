namespace LoginVerification;

/// <summary>What an outbox message sends.</summary>
public enum OutboxEffect
{
    /// <summary>The code of a challenge, by SMS.</summary>
    SendCode,

    /// <summary>A notice to the owner, over the host's notifier.</summary>
    NotifyOwner,

    /// <summary>A notice to the number that is no longer in force, by SMS.</summary>
    NotifyPreviousNumber,
}
