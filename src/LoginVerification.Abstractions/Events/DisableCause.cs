namespace LoginVerification;

/// <summary>What turned log-in verification off.</summary>
public enum DisableCause
{
    /// <summary>An explicit DisableVerification.</summary>
    Requested,

    /// <summary>The phone was removed while verification was on.</summary>
    PhoneRemoved,

    /// <summary>The phone was reported recycled, ported or no longer served.</summary>
    PhoneInvalidated,

    /// <summary>A STOP message, under a policy where it removes the phone.</summary>
    Stop,
}
