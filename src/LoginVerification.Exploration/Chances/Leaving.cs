namespace LoginVerification.Exploration;

/// <summary>Why a user did not end enrolled.</summary>
public enum LeavingReason
{
    /// <summary>The user gave up before a step.</summary>
    GaveUp,

    /// <summary>The user gave up at a refusal.</summary>
    Refused,

    /// <summary>The user asked for as many SMS as they would, and needs one more.</summary>
    NoMoreSms,

    /// <summary>Nothing that the user would do leads to <c>VerificationEnabled</c> any more, however often it is tried.</summary>
    Stuck,
}

/// <summary>Where users are lost, and how many of them. Immutable; compares by value.</summary>
/// <param name="Surface">The surface where they are then.</param>
/// <param name="Screen">The screen.</param>
/// <param name="State">How their enrolment stands.</param>
/// <param name="Reason">Why.</param>
/// <param name="Refusal">What was said to them; null where it was no refusal.</param>
/// <param name="Share">Their share of all who began.</param>
public sealed record Leaving(Surface Surface, string Screen, EnrolmentState State, LeavingReason Reason, RefusalCode? Refusal, double Share);
