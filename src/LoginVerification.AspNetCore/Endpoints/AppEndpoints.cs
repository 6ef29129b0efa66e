using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>What the app of a device asks: <c>docs/app-protocol.md</c>. A signature proves each request, so that it needs no session, and none of them is in an address.</summary>
internal static class AppEndpoints
{
    private static readonly ParameterDescription Account = new("account", "The account that the device was bound to.", typeof(AccountId), "account-1");

    public static IReadOnlyList<Call> All { get; } =
    [
        new(CallRole.App, HttpMethods.Post, routes => routes.BindDevice, BindAsync,
            Device("Bind a device", "The device is bound; keep its id beside its key.") with
            {
                Body = BodyDescription.Of<BindingBody>($$"""
                    { "token": "dGVzdA.YWNjb3VudC0x.1795348800000.FiJo_qqG3iD6IGCT-cLvK3qt0GcOT3SWjp3fRp1H3Ps", "key": "BGD-1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p-2eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk", "name": "My phone", "address": null, "signature": "{{Examples.Signature}}" }
                    """),
                Refusals =
                [
                    RefusalCode.BindingTokenInvalid, RefusalCode.NoVerifiedPhone, RefusalCode.DeviceKeyInvalid, RefusalCode.SignatureInvalid, RefusalCode.DeviceNameInvalid, RefusalCode.DeviceAlreadyBound,
                    RefusalCode.TooManyDevices,
                ],
            }),
        new(CallRole.App, HttpMethods.Post, routes => routes.GetPrompt, GetPromptAsync,
            new("The sign-in that waits", new(typeof(PromptAnswer), new PromptAnswer(new SignInPrompt(new ChallengeId("challenge-1"), Examples.Now, Examples.Now + Duration.FromMinutes(2), Examples.Web) { Place = "Berlin", Browser = "Firefox" }), "What the device shows; `prompt` is null where nothing waits."))
            {
                Parameters = [Account],
                Body = BodyDescription.Of<PromptBody>($$"""{ "device": "{{Examples.Device}}", "at": "2026-11-22T12:00:00Z", "signature": "{{Examples.Signature}}" }"""),
                Refusals = [RefusalCode.DeviceUnknown, RefusalCode.SignatureInvalid],
            }),
        new(CallRole.App, HttpMethods.Post, routes => routes.AnswerPrompt, AnswerAsync,
            Device("Answer a prompt", "The answer stands.") with
            {
                Parameters = [Account],
                Body = BodyDescription.Of<PromptAnswerBody>($$"""{ "device": "{{Examples.Device}}", "challenge": "challenge-1", "decision": "approve", "number": "77", "signature": "{{Examples.Signature}}" }"""),
                Refusals =
                [
                    RefusalCode.WrongMatchingNumber, RefusalCode.CodeMalformed, RefusalCode.SignInNotOpen, RefusalCode.SignInDenied, RefusalCode.CodeExpired, RefusalCode.CodeExhausted, RefusalCode.DeviceUnknown,
                    RefusalCode.SignatureInvalid, RefusalCode.Locked, RefusalCode.LockedUntilUnlock,
                ],
            }),
        new(CallRole.App, HttpMethods.Put, routes => routes.ChangeDeviceAddress, ChangeAddressAsync,
            Device("Tell another push address", "It is reached there.") with
            {
                Parameters = [Account],
                Body = BodyDescription.Of<AddressBody>($$"""{ "device": "{{Examples.Device}}", "address": "https://push.example.com/abc", "at": "2026-11-22T12:00:00Z", "signature": "{{Examples.Signature}}" }"""),
                Refusals = [RefusalCode.DeviceUnknown, RefusalCode.SignatureInvalid],
            }),
    ];

    private static CallDescription Device(string summary, string text) => new(summary, new(typeof(DeviceAnswer), new DeviceAnswer(Examples.Device), text));

    private static async Task<IResult> BindAsync(HttpContext context) =>
        await RequestBody.ReadAsync<BindingBody>(context).ConfigureAwait(false) is var reading && reading.Succeeded(out var body)
            ? AnswerOf(await DevicesIn(context).BindDeviceAsync(new BindDevice(body.Token!, body.Key!, body.Name!, body.Address, body.Signature!), SessionClaims.Correlation).ConfigureAwait(false), context)
            : JsonAnswer.Of(reading.Fault, reading.Path);

    private static Task<IResult> GetPromptAsync(HttpContext context) => GiveAsync<PromptBody>(context, async (account, body) =>
    {
        var waiting = await DevicesIn(context).GetPromptAsync(account, body.Device!, body.At!.Value, body.Signature!, context.RequestAborted).ConfigureAwait(false);
        return waiting.Refusal is { } refusal ? JsonAnswer.Of(refusal, context) : JsonAnswer.Of(new PromptAnswer(waiting.Prompt), AnswerJson.Default.PromptAnswer);
    });

    private static Task<IResult> AnswerAsync(HttpContext context) => GiveAsync<PromptAnswerBody>(context, async (account, body) =>
        AnswerOf(await DevicesIn(context).AnswerAsync(account, new AnswerPrompt(body.Device!, body.Challenge!, body.Decision!.Value, body.Number!, body.Signature!), SessionClaims.Correlation).ConfigureAwait(false), context));

    private static Task<IResult> ChangeAddressAsync(HttpContext context) => GiveAsync<AddressBody>(context, async (account, body) =>
        AnswerOf(await DevicesIn(context).ChangeAddressAsync(account, new ChangeDeviceAddress(body.Device!, body.Address, body.At!.Value, body.Signature!), SessionClaims.Correlation).ConfigureAwait(false), context));

    private static async Task<IResult> GiveAsync<TBody>(HttpContext context, Func<AccountId, TBody, Task<JsonAnswer>> give)
        where TBody : class, IRequestBody<TBody>
    {
        if (!AccountId.TryParse(context.GetRouteValue(Account.Name) as string, out var account))
            return JsonAnswer.Of(RequestFault.NotFound);
        var reading = await RequestBody.ReadAsync<TBody>(context).ConfigureAwait(false);
        return reading.Succeeded(out var body) ? await give(account, body).ConfigureAwait(false) : JsonAnswer.Of(reading.Fault, reading.Path);
    }

    private static IDeviceService DevicesIn(HttpContext context) => context.RequestServices.GetRequiredService<IDeviceService>();

    private static JsonAnswer AnswerOf(DeviceResult result, HttpContext context) => result.Refusal is { } refusal
        ? JsonAnswer.Of(refusal, context)
        : JsonAnswer.Of(new DeviceAnswer(result.Device!), AnswerJson.Default.DeviceAnswer);
}
