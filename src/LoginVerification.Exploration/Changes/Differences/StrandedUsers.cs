namespace LoginVerification.Exploration;

/// <summary>
/// Users whom a change of rules strands: in a state that the old policy led them into, they could still come to VerificationEnabled, and under
/// the new one they cannot, whatever they, time, the network and the host's staff do. Immutable; compares by value.
/// </summary>
/// <param name="Class">Whose numbers they are: a class that no rule of either policy tells apart.</param>
/// <param name="Surface">On which surface they stand when the new rules come into force.</param>
/// <param name="Screen">On which screen of the old policy.</param>
/// <param name="State">How far their enrolment is.</param>
/// <param name="States">How many states of the old policy's model these are.</param>
public sealed record StrandedUsers(NumberClass Class, Surface Surface, string Screen, EnrolmentState State, int States);
