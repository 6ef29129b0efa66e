namespace LoginVerification.Engine;

/// <summary>What no user can do wrong and a programmer can: a command without its input, or with a channel that is none.</summary>
internal static class CommandArguments
{
    public static void Ensure(EnrolmentCommand command)
    {
        var mistake = command switch
        {
            SubmitPhone { Number: null } or InvalidatePhone { Number: null } or OptOutOfDelivery { Number: null }
                or RestoreDelivery { Number: null } or ImportVerifiedPhone { Number: null } => "has no number. Pass what was typed, or an empty text",
            ConfirmCode { Code: null } => "has no code. Pass what was typed, or an empty text",
            EnableVerification { Channel: var channel } when !Enum.IsDefined(channel) => "names no channel. Pass VerificationChannel.Sms or VerificationChannel.AppPush",
            ChangeChannel { Channel: var channel } when !Enum.IsDefined(channel) => "names no channel. Pass VerificationChannel.Sms or VerificationChannel.AppPush",
            ImportVerifiedPhone { Enabled: { } channel } when !Enum.IsDefined(channel) => "names no channel. Pass VerificationChannel.Sms, VerificationChannel.AppPush or null",
            InvalidatePhone { Reason: var reason } when !Enum.IsDefined(reason) || reason is InvalidationReason.TooManyFailures => "names no reason that can be reported. Pass Recycled, Ported or NoLongerServed",
            RenameDevice { Device: null } or RemoveDevice { Device: null } or AnswerPrompt { Device: null } or ChangeDeviceAddress { Device: null } => "names no device. Pass the DeviceId of the request",
            RenameDevice { Name: null } or BindDevice { Name: null } => "has no name. Pass what was typed, or an empty text",
            BindDevice { Token: null } or BindDevice { Key: null } => "has no token or no key. Pass what was sent, or an empty text",
            BeginSignIn { Place: var place, Browser: var browser } when !Fits(place) || !Fits(browser) =>
                $"has a place or a browser that is none. Pass at most {SignIn.MaxContextLength} characters of well-formed Unicode, none of them U+0000, or null",
            ResendSignIn { Challenge: null } or AnswerSignIn { Challenge: null } or CompleteSignIn { Challenge: null } or AnswerPrompt { Challenge: null } =>
                "names no challenge. Pass the id from the session that waits for the second factor",
            AnswerSignIn { Code: null } or UseBackupCode { Code: null } or AnswerPrompt { Number: null } => "has no code. Pass what was typed, or an empty text",
            AnswerPrompt { Decision: var decision } when !Enum.IsDefined(decision) => "decides nothing. Pass PromptDecision.Approve or PromptDecision.Deny",
            _ => null,
        };
        if (mistake is not null)
            throw new ArgumentException($"{command.GetType().Name} {mistake}.", nameof(command));
    }

    private static bool Fits(string? text) => text is null || (text.Length <= SignIn.MaxContextLength && WellFormed.Is(text));
}
