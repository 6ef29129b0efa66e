namespace LoginVerification.Engine;

/// <summary>What a user is after who was refused a command.</summary>
internal static class Purpose
{
    private static readonly Choice[] Protection =
    [
        new(EnrolmentAction.EnableVerification, VerificationChannel.Sms),
        new(EnrolmentAction.EnableVerification, VerificationChannel.AppPush),
        new(EnrolmentAction.ChangeChannel, VerificationChannel.Sms),
        new(EnrolmentAction.ChangeChannel, VerificationChannel.AppPush),
    ];

    /// <summary>
    /// The choices that reach it, any of them: the number in question confirmed, for all that leads there; protection, over whichever channel for
    /// who has none, and over the asked one for who has the other; or the action itself.
    /// </summary>
    public static IReadOnlyList<Choice> Of(UserCommand refused) => refused switch
    {
        SubmitPhone or ResendCode or ConfirmCode => [new Choice(EnrolmentAction.ConfirmCode)],
        EnableVerification => Protection,
        ChangeChannel => [.. Protection.Where(choice => choice.Channel == refused.Choice.Channel)],
        _ => [refused.Choice],
    };

    /// <summary>Protection that stands is given up on the way to nothing else.</summary>
    public static bool Allows(EnrolmentAction action, UserCommand refused, Enrolment start) =>
        action is not (EnrolmentAction.DisableVerification or EnrolmentAction.RemovePhone)
        || refused is DisableVerification or RemovePhone
        || start.ActiveChannel is null;

    /// <summary>
    /// Whether there is nothing left to do, whatever the refusal says: what was to be given up, turned off or removed is not there, or the code was
    /// given twice and the number is verified, or was never asked for. Where the last code went to another number, that one lapsed or was given up.
    /// </summary>
    public static bool IsReached(RefusalCode code, EnrolmentCommand command, Enrolment enrolment) => (code, command) switch
    {
        (RefusalCode.NoPendingPhone, CancelPending) or (RefusalCode.NotEnabled, DisableVerification) or (RefusalCode.NoVerifiedPhone, RemovePhone) => true,
        (RefusalCode.NoPendingPhone, ConfirmCode or ResendCode) => enrolment.Phone is { NeedsReverification: false } phone && (LastTexted(enrolment) ?? phone.Details.Number) == phone.Details.Number,
        (RefusalCode.NotEnabled, SignInCommand) => true,
        _ => code.Kind() is RefusalKind.NothingToDo,
    };

    /// <summary>Where the last code to enrol went; the books keep the last one whatever their window is.</summary>
    private static PhoneNumber? LastTexted(Enrolment enrolment) => enrolment.Sends.LastOrDefault(sent => sent.Purpose is CodePurpose.Enrol)?.Number;
}
