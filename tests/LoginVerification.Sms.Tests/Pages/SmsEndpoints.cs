using System.Diagnostics;
using LoginVerification;
using LoginVerification.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Example;

public static partial class SmsEndpoints
{
    /// <summary>Called from Program.cs, after Build: SmsEndpoints.Map(app). Map the gateway that you use.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        // Kannel sends what a page answers to the phone: nothing.
        app.MapGet("/sms/kannel", async (HttpContext http, KannelCallbacks kannel, IEnrolmentService enrolments, ILogger<SmsCallback> logger) =>
            await TakeAsync(kannel.Read(http.Request.QueryString.Value), enrolments, logger, Results.Text(""), http.RequestAborted));

        app.MapPost("/sms/twilio", async (HttpContext http, TwilioCallbacks twilio, IEnrolmentService enrolments, ILogger<SmsCallback> logger) =>
        {
            if (!http.Request.HasFormContentType)
                return Results.BadRequest();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var fields = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
            // The address from outside: behind a proxy that ends TLS, use UseForwardedHeaders.
            var callback = twilio.Read(http.Request.GetEncodedUrl(), fields, http.Request.Headers[TwilioCallbacks.SignatureHeader]);
            return await TakeAsync(callback, enrolments, logger, Results.Text("<Response/>", "text/xml"), http.RequestAborted);
        });
    }

    private static async Task<IResult> TakeAsync(SmsCallback callback, IEnrolmentService enrolments, ILogger logger, IResult taken, CancellationToken cancellationToken)
    {
        switch (callback)
        {
            case SmsCallback.Delivery { Report: var report }:
                LogReport(logger, report); // an id and a state: no number, no code
                return taken;
            case SmsCallback.Inbound { Message: var message }:
                await AnswerAsync(message, enrolments, cancellationToken);
                return taken;
            case SmsCallback.Refused { Fault: CallbackFault.Unverified }:
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            case SmsCallback.Refused:
                return Results.BadRequest();
            default:
                throw new UnreachableException();
        }
    }

    private static async Task AnswerAsync(InboundSms message, IEnrolmentService enrolments, CancellationToken cancellationToken)
    {
        var reports = enrolments.ForCarrier();
        switch (message.ReadKeyword(InboundKeywords.Default))
        {
            case InboundKeyword.Stop:
                await reports.OptOutOfDeliveryAsync(message.From, cancellationToken);
                break;
            case InboundKeyword.Start:
                await reports.RestoreDeliveryAsync(message.From, cancellationToken);
                break;
            default:
                break; // for people to read, if you keep it
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Report}")]
    private static partial void LogReport(ILogger logger, DeliveryReport report);
}
