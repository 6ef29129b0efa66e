namespace LoginVerification.Exploration;

/// <summary>What a property counts on to lead on, beside what users do over visible links, time that passes, and an SMS that arrives.</summary>
[Flags]
public enum Reliance
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Users find hidden links and those in an SMS, too.</summary>
    HiddenLinks = 1,

    /// <summary>The host's staff helps.</summary>
    Staff = 2,
}
