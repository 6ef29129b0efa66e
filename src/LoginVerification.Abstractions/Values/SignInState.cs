namespace LoginVerification;

/// <summary>Where the newest sign-in of an account stands. Computed from the data (<see cref="Enrolment.SignInState"/>), never stored beside it.</summary>
[JsonConverter(typeof(NameJsonConverter<SignInState>))]
public enum SignInState
{
    /// <summary>Nobody asked for one, or what it was over (the number, the channel, the protection) is no longer in force.</summary>
    None,

    /// <summary>The owner was asked, and has not answered yet.</summary>
    Issued,

    /// <summary>The second factor was given, and a browser was let in for it. It lets nobody else in.</summary>
    Approved,

    /// <summary>The owner said on a device that it is somebody else. Nothing changes that.</summary>
    Denied,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>Too many wrong answers were tried against it.</summary>
    Exhausted,
}
