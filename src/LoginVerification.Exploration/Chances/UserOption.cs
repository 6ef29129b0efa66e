namespace LoginVerification.Exploration;

/// <summary>One thing that a user can do in a state.</summary>
/// <param name="Weight">Its weight beside the others.</param>
/// <param name="SendsCode">Whether an SMS leaves, which costs.</param>
/// <param name="Outcomes">What can come of it; their probabilities sum up to 1.</param>
internal sealed record UserOption(double Weight, bool SendsCode, IReadOnlyList<UserOutcome> Outcomes);

/// <summary>What can come of an option.</summary>
/// <param name="Probability">How probable it is. It may be 0 where the behaviour says so: what is possible is the policy's business.</param>
/// <param name="After">Where the user stands then.</param>
/// <param name="Refusal">What the user reads first, and may give up at; null where it is no refusal.</param>
internal readonly record struct UserOutcome(double Probability, UserState After, RefusalCode? Refusal = null);
