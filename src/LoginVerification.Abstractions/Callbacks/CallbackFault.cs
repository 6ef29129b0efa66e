namespace LoginVerification.Ports;

/// <summary>Why a request to a callback address is not taken. Tell its sender nothing but a status code.</summary>
public enum CallbackFault
{
    /// <summary>Nobody knows who sent it: the signature or the secret is missing or wrong. Answer 403. Nothing of the request was read.</summary>
    Unverified,

    /// <summary>The provider sent it, and it says nothing that is known: a part is missing, or a new kind of report. Answer 400, and count it.</summary>
    Unreadable,
}
