using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Http;

/// <summary>The owner's enrolment: the number, the channel, the notices, the history.</summary>
internal static class EnrolmentEndpoints
{
    public static IReadOnlyList<Call> All { get; } =
    [
        new(CallRole.Owner, HttpMethods.Get, routes => routes.Status, GetStatusAsync, new("Status", new(typeof(StatusAnswer), StatusExample, "What a settings page shows here."))
        {
            Remarks = "Each action that there is, open or refused with its ways out, and the countries whose numbers are served on this surface.",
        }),
        new(CallRole.Owner, HttpMethods.Put, routes => routes.SubmitPhone,
            OwnerCalls.Command<PhoneBody>((user, body) => user.SubmitPhoneAsync(body.Number!, body.Country, body.Carrier), StatusCodes.Status202Accepted),
            Command("Submit a number", "A code is on its way, or waits to be sent.", EnrolmentState.PhonePending, CodeDelivery.Sent, StatusCodes.Status202Accepted) with
            {
                Remarks = "Adds a number, or submits one to take the place of the verified one, which stays in force until the code was given. The same number again is a resend.",
                Body = BodyDescription.Of<PhoneBody>("""{ "number": "050-234-5678", "country": "IL" }"""),
                Refusals =
                [
                    RefusalCode.NumberUnreadable, RefusalCode.NumberTooShort, RefusalCode.NumberTooLong, RefusalCode.ShortNumber, RefusalCode.NumberNotInUse, RefusalCode.CountryMissing, RefusalCode.CountryMismatch,
                    RefusalCode.CountryNotServed, RefusalCode.NumberReserved, RefusalCode.PhoneAlreadyVerified, RefusalCode.DeliveryOptedOut, RefusalCode.ResendTooSoon, RefusalCode.SendLimitReached,
                    RefusalCode.CoolingDown, RefusalCode.Locked, RefusalCode.LockedUntilUnlock, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired,
                ],
            }),
        new(CallRole.Owner, HttpMethods.Post, routes => routes.ResendCode, OwnerCalls.Command(user => user.ResendCodeAsync(), StatusCodes.Status202Accepted),
            Command("Send the code again", "The code is on its way, or waits to be sent.", EnrolmentState.PhonePending, CodeDelivery.Sent, StatusCodes.Status202Accepted) with
            {
                Refusals =
                [
                    RefusalCode.NoPendingPhone, RefusalCode.DeliveryOptedOut, RefusalCode.NumberReserved, RefusalCode.ResendTooSoon, RefusalCode.SendLimitReached, RefusalCode.Locked,
                    RefusalCode.LockedUntilUnlock, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired,
                ],
            }),
        new(CallRole.Owner, HttpMethods.Post, routes => routes.ConfirmCode, OwnerCalls.Command<CodeBody>((user, body) => user.ConfirmCodeAsync(body.Code!)),
            Command("Give the code", "The number is verified.", EnrolmentState.PhoneVerified) with
            {
                Body = BodyDescription.Of<CodeBody>($$"""{ "code": "{{Examples.Code}}" }"""),
                Refusals =
                [
                    RefusalCode.WrongCode, RefusalCode.CodeMalformed, RefusalCode.CodeSuperseded, RefusalCode.CodeExpired, RefusalCode.CodeExhausted, RefusalCode.NumberHasTooManyAccounts,
                    RefusalCode.NoPendingPhone, RefusalCode.Locked, RefusalCode.LockedUntilUnlock, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired,
                ],
            }),
        new(CallRole.Owner, HttpMethods.Delete, routes => routes.CancelPending, OwnerCalls.Command(user => user.CancelPendingAsync()),
            Command("Forget the pending number", "It is forgotten; a verified one stays.", EnrolmentState.NoPhone) with { Refusals = [RefusalCode.NoPendingPhone] }),
        new(CallRole.Owner, HttpMethods.Delete, routes => routes.RemovePhone, OwnerCalls.Command(user => user.RemovePhoneAsync()),
            Command("Forget the verified number", "It is forgotten.", EnrolmentState.NoPhone) with
            {
                Refusals = [RefusalCode.NoVerifiedPhone, RefusalCode.PhoneProtectsLogin, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Put, routes => routes.SetChannel, SetChannelAsync,
            Command("Turn verification on, or change its channel", "The channel protects the log-in.", EnrolmentState.VerificationEnabled) with
            {
                Body = BodyDescription.Of<ChannelBody>("""{ "channel": "Sms" }"""),
                Refusals =
                [
                    RefusalCode.NoVerifiedPhone, RefusalCode.ChannelAlreadyActive, RefusalCode.DeviceNotRegistered, RefusalCode.DeliveryOptedOut, RefusalCode.NumberReserved,
                    RefusalCode.ReverificationRequired, RefusalCode.ChangedTooOften, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired,
                ],
            }),
        new(CallRole.Owner, HttpMethods.Delete, routes => routes.Disable, OwnerCalls.Command(user => user.DisableAsync()),
            Command("Turn verification off", "The password alone signs in; the number stays verified.", EnrolmentState.PhoneVerified) with
            {
                Refusals = [RefusalCode.NotEnabled, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Post, routes => routes.AcknowledgeNotices, AcknowledgeAsync,
            Command("Say that notices were seen", "They are shown no more.", EnrolmentState.PhoneVerified) with
            {
                Remarks = "Those up to an instant: the time of the newest that was shown. Without one, all.",
                Body = BodyDescription.Of<NoticesBody>("""{ "upTo": "2026-11-22T12:00:00Z" }""", isOptional: true),
                Refusals = [RefusalCode.NothingToAcknowledge, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Get, routes => routes.History, GetHistoryAsync, new("History", new(typeof(HistoryAnswer), HistoryExample, "A page of events, oldest first."))
        {
            Remarks = $"The owner's own audit trail, {HistoryAnswer.PageLength} events a page. `next` is where the next page begins.",
            Parameters = [new("from", "The version of the first event; 1 by default.", typeof(long), 1L, IsQuery: true)],
        }),
    ];

    private static StatusAnswer StatusExample => new(
        EnrolmentState.VerificationEnabled, Examples.Phone, null, null, VerificationChannel.Sms, false, [], 10,
        [new ActionStatus(new Choice(EnrolmentAction.SubmitPhone), null, true), new ActionStatus(new Choice(EnrolmentAction.RemovePhone), Examples.Refusal(RefusalCode.PhoneProtectsLogin), true)],
        [new InAppNotice(NoticeKind.VerificationEnabled, Examples.Now)],
        [CountryCode.Parse("DE"), CountryCode.Parse("IL")]);

    private static HistoryAnswer HistoryExample =>
        new([new HistoryEntry(1, Engine.LifecycleTrigger.PhoneSubmitted, Examples.Now, Initiator.User, Examples.Web) { Phone = Examples.Phone }], null);

    private static CallDescription Command(string summary, string text, EnrolmentState state, CodeDelivery? delivery = null, int status = StatusCodes.Status200OK) =>
        new(summary, new(typeof(CommandAnswer), new CommandAnswer(state, false, delivery), text, status)) { IsIdempotent = true };

    private static async Task<IResult> GetStatusAsync(HttpContext context)
    {
        EnrolmentStatus status = await context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context).GetStatusAsync(context.RequestAborted).ConfigureAwait(false);
        return JsonAnswer.Of(StatusAnswer.Of(status), AnswerJson.Default.StatusAnswer);
    }

    private static async Task<IResult> SetChannelAsync(HttpContext context)
    {
        var reading = await RequestBody.ReadAsync<ChannelBody>(context).ConfigureAwait(false);
        if (!reading.Succeeded(out var body))
            return JsonAnswer.Of(reading.Fault, reading.Path);
        var services = context.RequestServices;
        var account = OwnerRequests.AccountOf(context);
        var requirement = await services.GetRequiredService<IEnrolmentService>().GetLoginRequirementAsync(account, context.RequestAborted).ConfigureAwait(false);
        var hasKey = context.Request.Headers.ContainsKey(IdempotencyKeyHeader.Name);
        return await OwnerCalls.GiveAsync(context, user => ChannelSetting.SetAsync(user, body.Channel!.Value, requirement is not LoginRequirement.PasswordOnly, hasKey)).ConfigureAwait(false);
    }

    private static async Task<IResult> AcknowledgeAsync(HttpContext context) =>
        await RequestBody.ReadOptionalAsync<NoticesBody>(context).ConfigureAwait(false) is var reading && reading.Succeeded(out var body)
            ? await OwnerCalls.GiveAsync(context, user => user.AcknowledgeNoticesAsync(body.UpTo)).ConfigureAwait(false)
            : JsonAnswer.Of(reading.Fault, reading.Path);

    private static async Task<IResult> GetHistoryAsync(HttpContext context)
    {
        var from = 1L;
        if (context.Request.Query["from"] is { Count: > 0 } asked && (asked.Count > 1 || !long.TryParse(asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out from) || from is < 1 or > int.MaxValue))
            return JsonAnswer.Of(RequestFault.QueryInvalid);
        var services = context.RequestServices;
        var account = OwnerRequests.AccountOf(context);
        // One more than a page tells whether there is a next one.
        var events = await services.GetRequiredService<IEnrolmentHistory>().ReadAsync(account, from, HistoryAnswer.PageLength + 1, context.RequestAborted).ConfigureAwait(false);
        return JsonAnswer.Of(HistoryAnswer.Of(events, from), AnswerJson.Default.HistoryAnswer);
    }
}
