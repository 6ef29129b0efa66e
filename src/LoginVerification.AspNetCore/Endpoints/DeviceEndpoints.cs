using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>The owner's devices, and backup codes.</summary>
internal static class DeviceEndpoints
{
    private static readonly ParameterDescription Id = new("id", "The device's id.", typeof(DeviceId), Examples.Device.Hex);

    public static IReadOnlyList<Call> All { get; } =
    [
        new(CallRole.Owner, HttpMethods.Post, routes => routes.IssueDeviceToken, IssueTokenAsync,
            new("Get a token to bind a device", new(typeof(DeviceTokenAnswer), new DeviceTokenAnswer("dGVzdA.YWNjb3VudC0x.1795348800000.FiJo_qqG3iD6IGCT-cLvK3qt0GcOT3SWjp3fRp1H3Ps", Examples.Now + Duration.FromMinutes(5)), "Show it as a QR code, or hand it to the app."))
            {
                Remarks = "It binds one device. Who has it can bind one, so treat it as a password.",
                Refusals = [RefusalCode.NoVerifiedPhone, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Put, routes => routes.RenameDevice, RenameAsync,
            Command("Call a device otherwise", "It has the name.") with
            {
                Parameters = [Id],
                Body = BodyDescription.Of<DeviceNameBody>("""{ "name": "My other phone" }"""),
                Refusals = [RefusalCode.DeviceNameInvalid, RefusalCode.DeviceUnknown, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Delete, routes => routes.RemoveDevice, RemoveAsync,
            Command("Remove a device", "It approves nothing any more.") with
            {
                Parameters = [Id],
                Refusals = [RefusalCode.DeviceUnknown, RefusalCode.DeviceProtectsLogin, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
        new(CallRole.Owner, HttpMethods.Post, routes => routes.IssueBackupCodes,
            context => OwnerCalls.GiveAsync(context, user => user.IssueBackupCodesAsync(), result => JsonAnswer.Of(BackupCodesAnswer.Of(result), AnswerJson.Default.BackupCodesAnswer)),
            new("Issue backup codes", new(typeof(BackupCodesAnswer), new BackupCodesAnswer(EnrolmentState.VerificationEnabled, false, ["7Q2K-9D4M-XR5T-0H8B"]), "The codes, in clear, this once."))
            {
                Remarks = "They take the place of all earlier ones. An answer that is told again under an idempotency key has none: issue others then.",
                IsIdempotent = true,
                Refusals = [RefusalCode.NotEnabled, RefusalCode.ReauthenticationRequired, RefusalCode.SecondFactorRequired],
            }),
    ];

    private static CallDescription Command(string summary, string text) =>
        new(summary, new(typeof(CommandAnswer), new CommandAnswer(EnrolmentState.VerificationEnabled, false, null), text)) { IsIdempotent = true };

    private static async Task<IResult> IssueTokenAsync(HttpContext context)
    {
        DeviceToken token = await context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context).IssueDeviceTokenAsync(context.RequestAborted).ConfigureAwait(false);
        return token.Refusal is { } refusal
            ? JsonAnswer.Of(refusal, context)
            : JsonAnswer.Of(new DeviceTokenAnswer(token.Text!, token.ExpiresAt), AnswerJson.Default.DeviceTokenAnswer);
    }

    private static async Task<IResult> RenameAsync(HttpContext context) => DeviceOf(context) is { } device
        ? await OwnerCalls.Command<DeviceNameBody>((user, body) => user.RenameDeviceAsync(device, body.Name!))(context).ConfigureAwait(false)
        : JsonAnswer.Of(RequestFault.NotFound);

    private static async Task<IResult> RemoveAsync(HttpContext context) => DeviceOf(context) is { } device
        ? await OwnerCalls.GiveAsync(context, user => user.RemoveDeviceAsync(device)).ConfigureAwait(false)
        : JsonAnswer.Of(RequestFault.NotFound);

    private static DeviceId? DeviceOf(HttpContext context) => DeviceId.TryParse(context.GetRouteValue(Id.Name) as string, out var device) ? device : null;
}
