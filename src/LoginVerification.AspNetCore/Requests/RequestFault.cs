namespace LoginVerification.Http;

/// <summary>What is wrong with a request before any rule is asked. The names are stable, as those of refusals are.</summary>
internal enum RequestFault
{
    /// <summary>Nobody is signed in.</summary>
    NotAuthenticated,

    /// <summary>Nobody gave a password in this browser, or it was too long ago.</summary>
    NoSignInPending,

    /// <summary>Cookies carry the session, and the header that another site cannot write is missing or not this session's.</summary>
    AntiforgeryInvalid,

    /// <summary>The body is no JSON.</summary>
    BodyMalformed,

    /// <summary>The body is JSON of another form: a field is unknown, missing, there twice, or of another type.</summary>
    BodyInvalid,

    /// <summary>The body is longer than any that is taken.</summary>
    BodyTooLarge,

    /// <summary>The body is not called JSON.</summary>
    MediaTypeNotSupported,

    /// <summary>The header Idempotency-Key does not name a request.</summary>
    IdempotencyKeyMalformed,

    /// <summary>The query is none that the call takes.</summary>
    QueryInvalid,

    /// <summary>The address names nothing that there can be.</summary>
    NotFound,

    /// <summary>More requests came than the host lets through.</summary>
    TooManyRequests,
}
