namespace LoginVerification.Sms;

/// <summary>What Twilio's error codes mean for a message, where the API answers with one and where a delivery report brings one.</summary>
/// <remarks>
/// From Twilio's "Error and Warning Dictionary", a page a code: <c>https://www.twilio.com/docs/api/errors/21610</c>. Final is what the number or the message
/// makes so. What the operator mends (credentials, balance, senders) and what passes (load, carriers) is tried again: an answer with an error has
/// sent nothing, so that trying costs nothing, and the code dies by itself. A code that is not listed is unknown: it is tried again as well.
/// </remarks>
internal static class TwilioErrors
{
    public static IReadOnlyList<TwilioError> Known { get; } =
    [
        new(20003, "wrong credentials, or a suspended account", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(20429, "too many requests at once; not processed, and safe to repeat", SendOutcome.TryAgain, UndeliveredReason.Unknown),
        new(21211, "the number is no phone number", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        // 21214 and 21217 are documented for calls. Where the Messages API should answer so, they can mean nothing else.
        new(21214, "the number cannot be reached", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(21217, "the number does not appear to be valid", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(21265, "the number is a short code", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(21266, "the number is the sender's own", SendOutcome.Refused, UndeliveredReason.Refused),
        // "Do not retry traffic to recipients in Iran, Syria, or Cuba"; elsewhere a permission of the account, by which the operator chose not to serve the country.
        new(21408, "the country is not enabled for the account, or not served at all", SendOutcome.NotServed, UndeliveredReason.NotServed),
        new(21606, "the sender cannot send there, or is not the account's", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21608, "an account on trial sends to its verified numbers alone", SendOutcome.Refused, UndeliveredReason.Refused),
        new(21610, "its holder said STOP", SendOutcome.OptedOut, UndeliveredReason.OptedOut),
        new(21611, "the queue of the sender is full", SendOutcome.TryAgain, UndeliveredReason.Unknown),
        new(21612, "no way from this sender to this number: carrier or country do not take it", SendOutcome.NotServed, UndeliveredReason.NotServed),
        new(21614, "the number takes no SMS", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(21617, "the text is too long", SendOutcome.Refused, UndeliveredReason.Refused),
        new(21635, "the number is a landline", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(21659, "the sender is no number of Twilio's, or a short code of another country", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21660, "the sender is not the account's", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21701, "the messaging service does not exist, or is not the account's", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21703, "the messaging service has no sender", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21705, "the SID of the messaging service is none", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        new(21730, "maintenance", SendOutcome.TryAgain, UndeliveredReason.Unknown),
        new(30001, "the queue overflowed", SendOutcome.TryAgain, UndeliveredReason.Unknown),
        new(30002, "the account was suspended meanwhile", SendOutcome.Misconfigured, UndeliveredReason.Unknown),
        // "Powered off, has no service": another message may arrive.
        new(30003, "the phone is off or out of reach", SendOutcome.TryAgain, UndeliveredReason.Unreachable),
        new(30004, "blocked, by the holder or the carrier", SendOutcome.Refused, UndeliveredReason.Refused),
        new(30005, "the number is unknown, or no longer in service", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(30006, "a landline, or a carrier out of reach", SendOutcome.UnknownNumber, UndeliveredReason.UnknownNumber),
        new(30007, "filtered by Twilio or the carrier", SendOutcome.Refused, UndeliveredReason.Refused),
        new(30008, "an unknown error", SendOutcome.TryAgain, UndeliveredReason.Unknown),
        new(30034, "the sender is not registered for the USA (A2P 10DLC)", SendOutcome.Misconfigured, UndeliveredReason.Refused),
    ];

    public static TwilioError? Find(int? code) => Known.FirstOrDefault(error => error.Code == code);
}

/// <summary>One error code.</summary>
/// <param name="Code">Twilio's number for it.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Sent">What it means where the API answers with it.</param>
/// <param name="Reported">What it means where a delivery report brings it.</param>
internal sealed record TwilioError(int Code, string Meaning, SendOutcome Sent, UndeliveredReason Reported);
