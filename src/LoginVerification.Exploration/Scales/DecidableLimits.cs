using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// Makes the limits of a policy for research such that production's deciders can be asked. They refuse to issue codes with few digits or a long life, and no
/// decision depends on either: a code is right or wrong, alive or dead. How long it lives is what <see cref="ShapeTimers"/> knows.
/// </summary>
internal static class DecidableLimits
{
    public static EnrolmentLimits ForDeciders(this EnrolmentLimits limits) =>
        PolicyBounds.Digits.Contains(limits.Code.Digits) && PolicyBounds.Life.Contains(limits.Code.Life) ? limits : limits with
        {
            Code = limits.Code with
            {
                Digits = Math.Max(limits.Code.Digits, PolicyBounds.Digits.Least),
                Life = Duration.Min(limits.Code.Life, PolicyBounds.Life.Most),
            },
        };
}
