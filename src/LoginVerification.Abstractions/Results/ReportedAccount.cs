namespace LoginVerification;

/// <summary>What a report of the phone network came to for one account. Immutable; compares by value.</summary>
/// <param name="Account">The account.</param>
/// <param name="Result">The answer; <see cref="RefusalCode.AlreadyKnown"/> and <see cref="RefusalCode.NumberNotHeld"/> are ordinary ones.</param>
public sealed record ReportedAccount(AccountId Account, EnrolmentResult Result);
