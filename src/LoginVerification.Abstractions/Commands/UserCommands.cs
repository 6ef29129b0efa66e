namespace LoginVerification;

/// <summary>A command of the account's owner, given at a surface and subject to the gating rules.</summary>
public abstract record UserCommand : EnrolmentCommand
{
    private protected UserCommand(EnrolmentAction action) => Action = action;

    /// <summary>The name under which a policy's screens and rules speak of it.</summary>
    public EnrolmentAction Action { get; }

    /// <summary>The action, and the channel that it asks for.</summary>
    public Choice Choice => new(Action, this switch
    {
        EnableVerification { Channel: var channel } => channel,
        ChangeChannel { Channel: var channel } => channel,
        _ => null,
    });
}

/// <summary>Asks for a code to a number, to add it or to replace the verified one. Needs a recent authentication, with the second factor to replace a number that protects. The number that is already pending is a resend.</summary>
/// <param name="Number">The number as typed: international with <c>+</c>, or national when <paramref name="Country"/> is stated.</param>
/// <param name="Country">The country that the user states; it reads digits without <c>+</c>. The country of the number is the number's own.</param>
/// <param name="Carrier">The carrier that the user states; a look-up's answer goes before it.</param>
public sealed record SubmitPhone(PhoneInput Number, CountryCode? Country = null, Carrier? Carrier = null) : UserCommand(EnrolmentAction.SubmitPhone);

/// <summary>Asks for the code once more. While the code is alive the same one is sent again, by the policy's <c>code.onResend</c>; failures and waits stay. Needs a recent authentication where the pending number would replace a verified one.</summary>
public sealed record ResendCode() : UserCommand(EnrolmentAction.ResendCode);

/// <summary>Gives the code that the pending number received. A match verifies the number. Needs a recent authentication where the number replaces a verified one.</summary>
/// <param name="Code">The code as typed or pasted: blanks, hyphens and native digits are read.</param>
public sealed record ConfirmCode(CodeInput Code) : UserCommand(EnrolmentAction.ConfirmCode);

/// <summary>Forgets the pending number. A verified one stays as it is.</summary>
public sealed record CancelPending() : UserCommand(EnrolmentAction.CancelPending);

/// <summary>Turns on log-in verification. Needs a verified phone and a recent authentication.</summary>
/// <param name="Channel">How log-in requests shall come; <see cref="LoginVerification.VerificationChannel.AppPush"/> also needs a registered device.</param>
public sealed record EnableVerification(VerificationChannel Channel) : UserCommand(EnrolmentAction.EnableVerification);

/// <summary>Moves an enabled verification to the other channel, without a gap in protection. Needs a recent authentication with the second factor.</summary>
/// <param name="Channel">The channel to use from now on.</param>
public sealed record ChangeChannel(VerificationChannel Channel) : UserCommand(EnrolmentAction.ChangeChannel);

/// <summary>Turns off log-in verification; the number stays verified. Needs a recent authentication with the second factor; the owner gets a notice.</summary>
public sealed record DisableVerification() : UserCommand(EnrolmentAction.DisableVerification);

/// <summary>Forgets the verified number, and a pending one with it. Needs a recent authentication; what happens while verification is enabled is the policy's <c>removePhoneWhileEnabled</c>, by default a refusal. For as long as the policy's <c>coolDownAfterRemoval</c> no number can be added then.</summary>
public sealed record RemovePhone() : UserCommand(EnrolmentAction.RemovePhone);

/// <summary>What a user can do, by the name under which screens and gating rules speak of it.</summary>
[JsonConverter(typeof(NameJsonConverter<EnrolmentAction>))]
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
