using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>The second step of the browser that waits, and the token that its calls need.</summary>
internal static class SignInEndpoints
{
    public static IReadOnlyList<Call> All { get; } =
    [
        new(CallRole.SignIn, HttpMethods.Get, routes => routes.Antiforgery, GetAntiforgery, new("Antiforgery token", new(typeof(AntiforgeryAnswer), new AntiforgeryAnswer("CfDJ8…", "RequestVerificationToken"), "The token, and the header that it belongs into."))
        {
            Remarks = "For clients whose session is in cookies: each call that changes something needs it. It is this session's, so get another one after a sign-in.",
        }),
        new(CallRole.SignIn, HttpMethods.Post, routes => routes.BeginSignIn, context => StartAsync(context, (flow, it) => flow.BeginAsync(it)),
            Start("Begin the second step") with
            {
                Remarks = "Asks the owner, by SMS or in the app. Begun again while the question is open it sends nothing, and answers the same.",
                Refusals =
                [
                    RefusalCode.ResendTooSoon, RefusalCode.SendLimitReached, RefusalCode.Locked, RefusalCode.LockedUntilUnlock, RefusalCode.DeviceNotRegistered, RefusalCode.DeliveryOptedOut,
                    RefusalCode.NumberReserved, RefusalCode.ReverificationRequired, RefusalCode.EnrolmentUnreadable,
                ],
            }),
        new(CallRole.SignIn, HttpMethods.Post, routes => routes.ResendSignIn, context => StartAsync(context, (flow, it) => flow.ResendAsync(it)),
            Start("Send the code, or the push, again") with
            {
                Refusals =
                [
                    RefusalCode.ResendTooSoon, RefusalCode.SendLimitReached, RefusalCode.SignInNotOpen, RefusalCode.SignInDenied, RefusalCode.CodeExpired, RefusalCode.CodeExhausted, RefusalCode.Locked,
                    RefusalCode.LockedUntilUnlock, RefusalCode.DeviceNotRegistered, RefusalCode.DeliveryOptedOut, RefusalCode.NumberReserved, RefusalCode.ReverificationRequired, RefusalCode.EnrolmentUnreadable,
                ],
            }),
        new(CallRole.SignIn, HttpMethods.Post, routes => routes.AnswerSignIn, AnswerAsync,
            Answer("Give the code, or ask for the owner's answer", SignInMethod.Sms) with
            {
                Remarks = "By SMS: the code. By the app: nothing, every second or two; while the owner has not answered, it is `SignInUnanswered`.",
                Body = BodyDescription.Of<SignInAnswerBody>($$"""{ "code": "{{Examples.Code}}", "rememberBrowser": false }""", isOptional: true),
                Refusals =
                [
                    RefusalCode.WrongCode, RefusalCode.CodeMalformed, RefusalCode.CodeExpired, RefusalCode.CodeExhausted, RefusalCode.SignInNotOpen, RefusalCode.SignInUnanswered, RefusalCode.SignInDenied,
                    RefusalCode.Locked, RefusalCode.LockedUntilUnlock,
                ],
            }),
        new(CallRole.SignIn, HttpMethods.Post, routes => routes.UseBackupCode, UseBackupCodeAsync,
            Answer("Give a backup code", SignInMethod.BackupCode, left: 9) with
            {
                Body = BodyDescription.Of<BackupCodeBody>("""{ "code": "7Q2K-9D4M-XR5T-0H8B", "rememberBrowser": false }"""),
                Refusals = [RefusalCode.WrongCode, RefusalCode.CodeMalformed, RefusalCode.NoBackupCodes, RefusalCode.NotEnabled, RefusalCode.Locked, RefusalCode.LockedUntilUnlock, RefusalCode.EnrolmentUnreadable],
            }),
    ];

    private static CallDescription Start(string summary) => new(summary, new(
        typeof(SignInStartAnswer),
        new SignInStartAnswer(false, new SignInQuestion(VerificationChannel.Sms, Examples.Now + Duration.FromMinutes(10)) { Phone = Examples.Phone, Delivery = CodeDelivery.Sent, WithoutPhone = [new WayOut.UseBackupCode()] }),
        "The owner was asked; or the browser is signed in, because verification is off."));

    private static CallDescription Answer(string summary, SignInMethod method, int? left = null) =>
        new(summary, new(typeof(SignedInAnswer), new SignedInAnswer(method, left), "The browser is signed in."));

    private static Task<IResult> GetAntiforgery(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return Task.FromResult<IResult>(JsonAnswer.Of(new AntiforgeryAnswer(tokens.RequestToken!, tokens.HeaderName!), AnswerJson.Default.AntiforgeryAnswer));
    }

    private static async Task<IResult> StartAsync(HttpContext context, Func<SignInFlow, HttpContext, ValueTask<SignInStart?>> start) =>
        await start(context.RequestServices.GetRequiredService<SignInFlow>(), context).ConfigureAwait(false) switch
        {
            null => JsonAnswer.Of(RequestFault.NoSignInPending),
            SignInStart.Blocked blocked => JsonAnswer.Of(blocked.Refusal, context),
            SignInStart.Challenged challenged => JsonAnswer.Of(SignInStartAnswer.Of(challenged.Challenge), AnswerJson.Default.SignInStartAnswer),
            SignInStart.NotEnrolled => JsonAnswer.Of(SignInStartAnswer.LetIn, AnswerJson.Default.SignInStartAnswer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<IResult> AnswerAsync(HttpContext context)
    {
        var reading = await RequestBody.ReadOptionalAsync<SignInAnswerBody>(context).ConfigureAwait(false);
        return reading.Succeeded(out var body)
            ? AnswerOf(await context.RequestServices.GetRequiredService<SignInFlow>().AnswerAsync(context, body.Code ?? new CodeInput(""), body.RememberBrowser).ConfigureAwait(false), context)
            : JsonAnswer.Of(reading.Fault, reading.Path);
    }

    private static async Task<IResult> UseBackupCodeAsync(HttpContext context)
    {
        var reading = await RequestBody.ReadAsync<BackupCodeBody>(context).ConfigureAwait(false);
        return reading.Succeeded(out var body)
            ? AnswerOf(await context.RequestServices.GetRequiredService<SignInFlow>().UseBackupCodeAsync(context, body.Code!, body.RememberBrowser).ConfigureAwait(false), context)
            : JsonAnswer.Of(reading.Fault, reading.Path);
    }

    private static JsonAnswer AnswerOf(SignInAnswer? answer, HttpContext context) => answer switch
    {
        null => JsonAnswer.Of(RequestFault.NoSignInPending),
        SignInAnswer.Refused refused => JsonAnswer.Of(refused.Refusal, context),
        SignInAnswer.Approved approved => JsonAnswer.Of(new SignedInAnswer(approved.Method, approved.BackupCodesLeft), AnswerJson.Default.SignedInAnswer),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
