using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads and writes a scale: <c>numbers=2,wrongTries=1</c>. What is not stated keeps its default.</summary>
internal static class ScaleInput
{
    /// <summary>What stands in a policy, and in the title of an export, for no limit.</summary>
    private const string AsInPolicies = "unlimited";

    private static readonly IReadOnlyList<Bound> Bounds =
    [
        new("numbers", scale => scale.Numbers, (scale, value) => scale with { Numbers = value }),
        new("wrongTries", scale => scale.WrongTries, (scale, value) => scale with { WrongTries = value }) { OwnOf = policy => policy.Code.WrongTries },
        new("everyFailures", scale => scale.EveryFailures, (scale, value) => scale with { EveryFailures = value }) { OwnOf = policy => policy.Lock.EveryFailures },
        new("finalFailures", scale => scale.FinalFailures, (scale, value) => scale with { FinalFailures = value }) { OwnOf = policy => policy.Lock.FinalFailures },
        new("sendsPerNumber", scale => scale.SendsPerNumber, (scale, value) => scale with { SendsPerNumber = value }) { OwnOf = policy => policy.Sending.PerNumber },
        new("sendsPerAccount", scale => scale.SendsPerAccount, (scale, value) => scale with { SendsPerAccount = value }) { OwnOf = policy => policy.Sending.PerAccount },
        new("signInSends", scale => scale.SignInSends, (scale, value) => scale with { SignInSends = value }),
        new("numberTries", scale => scale.NumberTries, (scale, value) => scale with { NumberTries = value }),
    ];

    /// <summary>The scale as it can be read again: what nothing bounds is left out, for no scale bounds it.</summary>
    public static string Write(ExplorationScale scale) => string.Join(',', Bounds.Where(bound => bound.Read(scale) != PolicyLimits.Unlimited).Select(bound => $"{bound.Key}={bound.Read(scale)}"));

    /// <summary>The scale; the default one where something is wrong with it, which is complained about.</summary>
    /// <param name="written">What was written; null for the default.</param>
    /// <param name="policies">What is explored at it; null for what could not be read. What none of them bounds, a scale cannot bound.</param>
    /// <param name="input">Where complaints go.</param>
    public static ExplorationScale Read(string? written, IReadOnlyCollection<EnrolmentPolicy?> policies, InputReading input)
    {
        var scale = ExplorationScale.Default;
        var stated = new HashSet<string>();
        foreach (var part in written?.Split(',') ?? [])
        {
            if (part.Split('=') is not [var key, var text] || Bounds.FirstOrDefault(bound => bound.Key == key) is not { } bound)
                input.Complain($"--scale has no bound {Shown.Quoted(part)}. Write KEY=N, with one of: {string.Join(", ", Bounds.Select(known => known.Key))}.");
            else if (!stated.Add(key))
                input.Complain($"--scale states {key} twice. Write it once.");
            else if (policies.All(bound.IsUnlimitedIn))
            {
                if (text != AsInPolicies)
                    input.Complain($"--scale cannot bound {key}: {(policies.Count == 1 ? "the policy has" : "the policies have")} no such limit, and so it is not counted. Leave it out.");
            }
            // The greatest of all numbers stands for no bound, and nobody means that by digits.
            else if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value == PolicyLimits.Unlimited)
                input.Complain($"--scale {key} takes a whole number, not {Shown.Quoted(text)}. Write, for example, {key}={bound.Read(ExplorationScale.Default)}.");
            else
                scale = Bounded(scale, bound, value, input);
        }

        // So that a stated bound is not held against one that nobody keeps.
        return written is null ? scale : Bounds.Where(bound => policies.All(bound.IsUnlimitedIn)).Aggregate(scale, (known, bound) => bound.Set(known, PolicyLimits.Unlimited));
    }

    /// <summary>Runs something under a scale; where the scale does not do for it, that is bad input.</summary>
    /// <param name="isStated">Whether a scale was stated.</param>
    /// <param name="run">What is run.</param>
    /// <exception cref="BadInputException">The bounds contradict each other, or they make too many states.</exception>
    public static T Try<T>(bool isStated, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (ArgumentException wrong) when (isStated)
        {
            throw new BadInputException($"--scale contradicts itself: {InKeys(wrong)}");
        }
        catch (Exception large) when (large is OverflowException or NotSupportedException or OutOfMemoryException)
        {
            throw new BadInputException(isStated
                ? "--scale makes more states of this policy than can be held. Lower its bounds, numbers first."
                : "--policy makes more states than can be held. State a --scale with low bounds, for example numbers=1.");
        }
    }

    /// <summary>What is wrong with a scale and the mend, in the words of the option and not of the code.</summary>
    private static string InKeys(ArgumentException wrong) => Bounds.Aggregate(
        wrong.Message.Split(" (Parameter")[0],
        (message, bound) => message.Replace($"{char.ToUpperInvariant(bound.Key[0])}{bound.Key[1..]}", bound.Key, StringComparison.Ordinal));

    private static ExplorationScale Bounded(ExplorationScale scale, Bound bound, int value, InputReading input)
    {
        try
        {
            return bound.Set(scale, value);
        }
        catch (ArgumentOutOfRangeException outside)
        {
            input.Complain($"--scale is out of its bounds: {InKeys(outside)}");
            return scale;
        }
    }

    private sealed record Bound(string Key, Func<ExplorationScale, int> Read, Func<ExplorationScale, int, ExplorationScale> Set)
    {
        /// <summary>What a policy itself says; null where it always has a limit.</summary>
        public Func<PolicyDocument, int>? OwnOf { get; init; }

        public bool IsUnlimitedIn(EnrolmentPolicy? policy) => policy is not null && OwnOf?.Invoke(policy.Document) == PolicyLimits.Unlimited;
    }
}
