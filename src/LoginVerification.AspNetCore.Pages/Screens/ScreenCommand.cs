using System.Diagnostics;

namespace LoginVerification.Pages;

/// <summary>What a screen's form asks for: the command, or what is missing for it.</summary>
internal sealed class ScreenCommand
{
    private readonly EnrolmentAction action;
    private readonly PostedForm form;
    private readonly Func<UserEnrolment, CancellationToken, ValueTask<EnrolmentResult>>? give;

    private ScreenCommand(EnrolmentAction action, PostedForm form, Func<UserEnrolment, CancellationToken, ValueTask<EnrolmentResult>>? give) => (this.action, this.form, this.give) = (action, form, give);

    /// <summary>What is missing, or null.</summary>
    public PageProblem? Problem { get; private init; }

    public ValueTask<EnrolmentResult> GiveAsync(UserEnrolment user, CancellationToken cancellationToken) => give!(user, cancellationToken);

    public static ScreenCommand Read(EnrolmentAction action, PostedForm form, PageScope scope)
    {
        if (action is EnrolmentAction.DisableVerification or EnrolmentAction.RemovePhone or EnrolmentAction.ChangeChannel && form["confirm"] != "yes")
            return Lacking(action, form, scope.Texts["Problem.NotConfirmed"], $"{action}-confirm");
        if (action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel && ChannelOf(form) is null)
            return Lacking(action, form, scope.Texts["Problem.NoChannel"], $"{action}-{VerificationChannel.Sms}");
        return new ScreenCommand(action, form, action switch
        {
            EnrolmentAction.SubmitPhone => (user, cancellation) => user.SubmitPhoneAsync(
                form["number"],
                CountryCode.TryParse(form["country"], out var country) ? country : null,
                Carrier.TryParse(form["carrier"], out var carrier) ? carrier : null,
                cancellation),
            EnrolmentAction.ConfirmCode => (user, cancellation) => user.ConfirmCodeAsync(form["code"], cancellation),
            EnrolmentAction.ResendCode => (user, cancellation) => user.ResendCodeAsync(cancellation),
            EnrolmentAction.CancelPending => (user, cancellation) => user.CancelPendingAsync(cancellation),
            EnrolmentAction.EnableVerification => (user, cancellation) => user.EnableAsync(ChannelOf(form)!.Value, cancellation),
            EnrolmentAction.ChangeChannel => (user, cancellation) => user.ChangeChannelAsync(ChannelOf(form)!.Value, cancellation),
            EnrolmentAction.DisableVerification => (user, cancellation) => user.DisableAsync(cancellation),
            EnrolmentAction.RemovePhone => (user, cancellation) => user.RemovePhoneAsync(cancellation),
            _ => throw new UnreachableException(),
        });
    }

    /// <summary>A refusal, told beside the field that it is about.</summary>
    public PageProblem Refused(PageScope scope, Refusal refusal, int? triesLeft) => new(action.ToString(), refusal.Code is RefusalCode.CodeMalformed
        ? RefusalWords.TellMalformed(scope, form["code"], scope.Policy.Document.Code.Digits)
        : RefusalWords.TellTries(scope, refusal, triesLeft))
    {
        Refusal = refusal,
        Field = FieldOf(refusal.Code),
        Typed = Typed(form),
    };

    private string? FieldOf(RefusalCode code) => action switch
    {
        EnrolmentAction.ConfirmCode when code is RefusalCode.WrongCode or RefusalCode.CodeMalformed or RefusalCode.CodeSuperseded or RefusalCode.CodeExpired or RefusalCode.CodeExhausted => "code",
        EnrolmentAction.SubmitPhone when code is RefusalCode.CarrierNotServed => "carrier",
        EnrolmentAction.SubmitPhone when code is RefusalCode.CountryMissing or RefusalCode.CountryMismatch => "country",
        EnrolmentAction.SubmitPhone when code.Kind() is RefusalKind.Correct or RefusalKind.AnotherNumber
            || code is RefusalCode.CountryNotServed or RefusalCode.LineTypeNotServed or RefusalCode.DeliveryOptedOut or RefusalCode.PhoneAlreadyVerified => "number",
        _ => null,
    };

    private static ScreenCommand Lacking(EnrolmentAction action, PostedForm form, string text, string field) => new(action, form, null)
    {
        Problem = new PageProblem(action.ToString(), text) { Field = field, Typed = Typed(form) },
    };

    /// <summary>Never the code: it is used up, or wrong.</summary>
    private static IReadOnlyDictionary<string, string> Typed(PostedForm form) => form.Keep("number", "country", "carrier", "channel");

    private static VerificationChannel? ChannelOf(PostedForm form) => form["channel"] switch
    {
        nameof(VerificationChannel.Sms) => VerificationChannel.Sms,
        nameof(VerificationChannel.AppPush) => VerificationChannel.AppPush,
        _ => null,
    };
}
