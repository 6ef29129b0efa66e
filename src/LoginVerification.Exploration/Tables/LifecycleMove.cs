namespace LoginVerification.Exploration;

/// <summary>A move from one state of the lifecycle to another. Immutable; compares by value.</summary>
/// <param name="From">The state before it.</param>
/// <param name="To">The state after it.</param>
/// <param name="Actor">Who makes it.</param>
/// <param name="Action">What is done or passes, for example <c>SubmitPhone</c> or <c>CodeLife ends</c>.</param>
public sealed record LifecycleMove(EnrolmentState From, EnrolmentState To, Actor Actor, string Action);
