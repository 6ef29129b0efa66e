namespace LoginVerification.Sms;

/// <summary>What Kannel answers to sendsms, and what it means.</summary>
/// <remarks>
/// From the user guide of Kannel 1.4.5, "Using the HTTP interface to send SMS messages", table "SMS Push reply codes", and the texts of
/// <c>gw/smsbox.c</c>. The guide calls every 4xx final, "check the request and Kannel configuration": what is the configuration's fault is
/// tried again here, because the operator mends it and nothing was sent meanwhile.
/// </remarks>
internal static class KannelAnswers
{
    /// <summary>The known answers; the first that fits counts. A text fits if it begins so.</summary>
    public static IReadOnlyList<KannelAnswer> Known { get; } =
    [
        new(202, "0: Accepted for delivery", SendOutcome.Taken, "it goes on to an SMS centre"),
        new(202, "3: Queued for later delivery", SendOutcome.Taken, "it is stored until an SMS centre is there"),
        new(202, "Sent.", SendOutcome.Taken, "the same, where Kannel is set to answer at once (immediate-sendsms-reply)"),
        new(202, "", SendOutcome.TryAgain, "no answer of Kannel's"),
        new(403, "Not routable. Do not try again.", SendOutcome.NotServed, "no SMS centre takes this number"),
        new(400, "Number(s) has/have been denied by white- and/or black-lists.", SendOutcome.Refused, "the number is on a list of Kannel's"),
        new(403, "Authorization failed for sendsms", SendOutcome.Misconfigured, "username, password or client address are not those of the sendsms-user group"),
        new(400, "", SendOutcome.Misconfigured, "a setting is wrong, a sender is missing"),
        new(403, "", SendOutcome.Misconfigured, "something in between refuses"),
        new(404, "", SendOutcome.Misconfigured, "SendSms is not the address of sendsms"),
        new(503, "", SendOutcome.TryAgain, "a temporary failure"),
    ];

    public static SendOutcome Read(GatewayAnswer answer) =>
        Known.FirstOrDefault(known => known.Status == answer.Status && answer.Body.TrimStart().StartsWith(known.Text, StringComparison.Ordinal))?.Outcome
        ?? SendOutcome.TryAgain;
}

/// <summary>One answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">How its text begins; empty for any other.</param>
/// <param name="Outcome">What it means for the message.</param>
/// <param name="Meaning">What it means, in words.</param>
internal sealed record KannelAnswer(int Status, string Text, SendOutcome Outcome, string Meaning);
