namespace LoginVerification.Exploration;

/// <summary>
/// What a screen's conditions can ask, as one of 32 cases: the state, a pending number, a verified one, and a delivered SMS.
/// A condition is the set of the cases in which it holds.
/// </summary>
internal static class Condition
{
    /// <summary>How many cases there are.</summary>
    public const int Cases = 32;

    public const uint Always = uint.MaxValue;

    public static int CaseOf(in Shape shape, bool delivered) =>
        ((int)shape.State << 3) | (shape.Pending is null ? 0 : 4) | (shape.IsVerified ? 2 : 0) | (delivered ? 1 : 0);

    /// <summary>The cases in which a condition holds, asked of the condition itself.</summary>
    public static uint CasesOf(ScreenCondition? condition)
    {
        if (condition is null)
            return Always;
        var holds = 0u;
        foreach (var (example, delivered) in Examples)
        {
            if (condition.Holds(ConditionCase.Of(example, delivered)))
                holds |= 1u << Case(example, delivered);
        }

        return holds;
    }

    private static IEnumerable<(Enrolment Example, bool Delivered)> Examples { get; } = [.. MakeExamples()];

    private static int Case(Enrolment enrolment, bool delivered) =>
        ((int)enrolment.State << 3) | (enrolment.Pending is null ? 0 : 4) | (enrolment.Phone is null ? 0 : 2) | (delivered ? 1 : 0);

    private static IEnumerable<(Enrolment, bool)> MakeExamples()
    {
        var space = new ShapeSpace(ShippedPolicies.Consistent.Document);
        foreach (var pending in new Slot?[] { null, Slot.First })
        {
            foreach (var (isVerified, active) in new (bool, VerificationChannel?)[] { (false, null), (true, null), (true, VerificationChannel.Sms) })
            {
                var example = space.Example(new Shape { Pending = pending, IsVerified = isVerified, Active = active }, Laboratory.Numbers);
                yield return (example, false);
                yield return (example, true);
            }
        }
    }
}
