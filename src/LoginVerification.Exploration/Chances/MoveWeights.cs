using System.Globalization;
using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// How a user chooses among what a screen offers and shows: each option has a weight, and is chosen with its weight over the sum of all. A
/// weight of 0 is never chosen. The defaults are assumptions, not measurements. Immutable; compares by value.
/// </summary>
public sealed record MoveWeights
{
    /// <summary>The most that a weight can be.</summary>
    public const double Most = 1_000_000;

    /// <summary>What the state calls for, where the screen offers it: submit, confirm, ask for another SMS, enable; or the wait before it. 0 to 1,000,000.</summary>
    public double Action { get; init => field = Bounded(value); } = 10;

    /// <summary>A link that everybody sees; 0 to 1,000,000.</summary>
    public double VisibleLink { get; init => field = Bounded(value); } = 1;

    /// <summary>A link that hardly anybody sees; 0 to 1,000,000.</summary>
    public double HiddenLink { get; init => field = Bounded(value); } = 0.05;

    /// <summary>A link in an SMS or e-mail; 0 to 1,000,000.</summary>
    public double ExternalLink { get; init => field = Bounded(value); } = 0.5;

    /// <summary>Opening a surface at its home; 0 to 1,000,000.</summary>
    public double Surface { get; init => field = Bounded(value); } = 0.1;

    /// <summary>Opening a surface that the page names as the way out of a refusal; 0 to 1,000,000.</summary>
    public double ShownWayOut { get; init => field = Bounded(value); } = 5;

    /// <summary>Cancelling the pending number, where no code can be typed; 0 to 1,000,000.</summary>
    public double StartAnew { get; init => field = Bounded(value); } = 0.2;

    /// <summary>Registering a device, where enabling the app channel is offered and none is registered; 0 to 1,000,000.</summary>
    public double RegisterDevice { get; init => field = Bounded(value); } = 1;

    /// <summary>All weights on one line: <c>action=10, visibleLink=1</c> and so on.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"action={Action}, visibleLink={VisibleLink}, hiddenLink={HiddenLink}, externalLink={ExternalLink}, surface={Surface}, shownWayOut={ShownWayOut}, startAnew={StartAnew}, registerDevice={RegisterDevice}");

    private static double Bounded(double value, [CallerMemberName] string name = "") => value is >= 0 and <= Most
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}. Give a weight, 0 to {Most:N0}."));
}
