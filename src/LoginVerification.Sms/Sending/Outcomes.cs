namespace LoginVerification.Sms;

/// <summary>Outcomes in the words of the port.</summary>
internal static class Outcomes
{
    /// <summary>The receipt, or null where nobody knows.</summary>
    public static SmsReceipt? Receipt(this SendOutcome outcome) => outcome switch
    {
        SendOutcome.Taken => new SmsReceipt.Accepted(),
        SendOutcome.UnknownNumber => new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        SendOutcome.NotServed => new SmsReceipt.Rejected(RejectionReason.NotServed),
        SendOutcome.OptedOut => new SmsReceipt.OptedOut(),
        SendOutcome.Refused => new SmsReceipt.Rejected(RejectionReason.Refused),
        SendOutcome.TryAgain or SendOutcome.Misconfigured => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
