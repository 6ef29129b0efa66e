using System.Text.Json;

namespace LoginVerification.Sms;

/// <summary>Reads what the Messages API answers: a message that it made, or an error with a code. Anything else is unknown.</summary>
internal static class TwilioAnswers
{
    private const int Created = 201;
    private const int FirstServerError = 500;

    // Twilio's own answers are two levels deep.
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>What the answer means, and the error's code if it has one.</summary>
    public static (SendOutcome Outcome, int? Code) Read(GatewayAnswer answer)
    {
        // "429 responses aren't processed and are safe to retry" (errors/20429); what a server in trouble says of the message need not be so.
        if (answer.Status is 408 or 429 or >= FirstServerError)
            return (SendOutcome.TryAgain, null);
        try
        {
            using var json = JsonDocument.Parse(answer.Body, Shallow);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(answer.Status, root) : (SendOutcome.TryAgain, null);
        }
        catch (JsonException)
        {
            return (answer.Status is 401 or 403 ? SendOutcome.Misconfigured : SendOutcome.TryAgain, null);
        }
    }

    private static (SendOutcome Outcome, int? Code) Read(int status, JsonElement root)
    {
        if (status is Created)
            return ReadMessage(root);
        var code = Number(root, "code");
        // Nothing but an error by Twilio's own number is final: a proxy in between answers 400 as well.
        return (TwilioErrors.Find(code)?.Sent ?? (status is 401 or 403 ? SendOutcome.Misconfigured : SendOutcome.TryAgain), code);
    }

    /// <summary>The message resource, as the API describes it: its SID, and a state that is not a failure yet.</summary>
    private static (SendOutcome Outcome, int? Code) ReadMessage(JsonElement root)
    {
        var (sid, state, code) = (Text(root, "sid"), Text(root, "status"), Number(root, "error_code"));
        if (!TwilioSid.Is(sid, "SM") && !TwilioSid.Is(sid, "MM"))
            return (SendOutcome.TryAgain, code);
        return state switch
        {
            "accepted" or "scheduled" or "queued" or "sending" or "sent" or "delivered" or "read" => (SendOutcome.Taken, code),
            "failed" or "undelivered" or "canceled" => (TwilioErrors.Find(code)?.Sent ?? SendOutcome.TryAgain, code),
            _ => (SendOutcome.TryAgain, code),
        };
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
