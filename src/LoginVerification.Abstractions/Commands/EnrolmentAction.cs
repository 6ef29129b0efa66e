namespace LoginVerification;

/// <summary>What a user can do, by the name under which screens and gating rules speak of it.</summary>
public enum EnrolmentAction
{
    /// <summary><see cref="LoginVerification.SubmitPhone"/>.</summary>
    SubmitPhone,

    /// <summary><see cref="LoginVerification.ResendCode"/>.</summary>
    ResendCode,

    /// <summary><see cref="LoginVerification.ConfirmCode"/>.</summary>
    ConfirmCode,

    /// <summary><see cref="LoginVerification.CancelPending"/>.</summary>
    CancelPending,

    /// <summary><see cref="LoginVerification.EnableVerification"/>.</summary>
    EnableVerification,

    /// <summary><see cref="LoginVerification.ChangeChannel"/>.</summary>
    ChangeChannel,

    /// <summary><see cref="LoginVerification.DisableVerification"/>.</summary>
    DisableVerification,

    /// <summary><see cref="LoginVerification.RemovePhone"/>.</summary>
    RemovePhone,
}
