namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What kind of step it is, for what one may hope for.</summary>
internal enum NaiveKind
{
    User,
    HiddenLink,
    Time,
    Delivery,
    Staff,
    Adversity,
}
