using System.Globalization;
using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// What a policy leaves to somebody who does nothing but guess codes: one by one, for one account, until only the host unlocks. The chance is the sum of those of each
/// guess, which no order of guesses and codes exceeds.
/// </summary>
/// <param name="Guesses">Wrong codes in a row until only the host unlocks; null where nothing but time ends a lock.</param>
/// <param name="GuessesADay">The most in any 24 hours while one number is to be confirmed; null where nothing slows them.</param>
/// <param name="LiveCodes">How many codes are right at once, at most.</param>
/// <param name="AllCodes">How many codes there are.</param>
internal sealed record Guessing(long? Guesses, long? GuessesADay, long LiveCodes, long AllCodes)
{
    /// <summary>The stated bound: a hundred guesses at six digits, which is what NIST SP 800-63B-4 asks for (sections 3.1.3.2 and 3.2.2).</summary>
    public const string MostOdds = "1 in 10,000";

    private const long Most = 10_000;

    public bool IsBounded => Guesses is { } guesses && guesses * LiveCodes * Most <= AllCodes;

    /// <summary>How many guesses are expected to hit: of all until only the host unlocks, or, where nothing ends them, of those of a day, and of one.</summary>
    public (double Ever, double ADay, double AtOnce) Odds
    {
        get
        {
            var each = (double)LiveCodes / AllCodes;
            return Guesses is { } guesses ? (guesses * each, 0, 0) : (double.PositiveInfinity, GuessesADay * each ?? double.PositiveInfinity, each);
        }
    }

    public static Guessing Under(EnrolmentLimits limits)
    {
        var all = (long)Math.Pow(10, limits.Code.Digits);
        return new(Counted(limits.Lock.FinalFailures), ADay(limits), Math.Min(all, LiveAtOnce(limits)), all);
    }

    public override string ToString() => Guesses is { } guesses
        ? Told($"{guesses:N0} guesses in a row come before only the host unlocks, each right by {LiveCodes:N0} in {AllCodes:N0}: a chance of {guesses * LiveCodes:N0} in {AllCodes:N0}, and at most {MostOdds} is allowed")
        : Told($"no number of failures ends the guessing, and each guess is right by {LiveCodes:N0} in {AllCodes:N0}: whoever goes on hits a code. {Pace}");

    private FormattableString Pace => GuessesADay is { } aDay
        ? (FormattableString)$"At most {aDay:N0} guesses a day, while one number is to be confirmed, make a chance of at most {Percent(Math.Min(1, (decimal)aDay * LiveCodes / AllCodes))} a day"
        : $"Nothing slows the guesses";

    /// <summary>With two digits that count, for most chances are small; the last one rounded up.</summary>
    private static string Percent(decimal chance)
    {
        var percent = 100 * chance;
        var unit = (decimal)Math.Pow(10, Math.Clamp(1 - Math.Floor(Math.Log10((double)percent)), 0, 10));
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(percent * unit) / unit:0.##########} %");
    }

    private static long? Counted(int limit) => limit == PolicyLimits.Unlimited ? null : limit;

    /// <summary>What the tries of each code and the locks let pass, whichever is less. Nobody guesses while no code is alive.</summary>
    private static long? ADay(EnrolmentLimits limits)
    {
        var day = Duration.FromDays(1);
        // Those of the day, and those that are alive when it begins.
        var codes = CodesIn(day, limits) + LiveAtOnce(limits);
        long? byCodes = limits.Code.WrongTries == PolicyLimits.Unlimited ? null : codes * limits.Code.WrongTries;
        long? byLocks = limits.Lock.EveryFailures == PolicyLimits.Unlimited ? null
            : Math.Min(Times(day, limits.Lock.First), codes * Times(limits.Code.Life, limits.Lock.First)) * limits.Lock.EveryFailures;
        return byCodes is null || byLocks is null ? byCodes ?? byLocks : Math.Min(byCodes.Value, byLocks.Value);
    }

    /// <summary>The most codes that can be sent to one number in so long.</summary>
    private static long CodesIn(Duration length, EnrolmentLimits limits) => limits.Sending.PerNumber == PolicyLimits.Unlimited
        ? Times(length, limits.Sending.ResendWait)
        : Times(length, limits.Sending.Window) * limits.Sending.PerNumber;

    /// <summary>Codes that are sent inside the life of one and stay alive beside it, and that one.</summary>
    private static long LiveAtOnce(EnrolmentLimits limits)
    {
        if (limits.Code.OnResend is not ResendMode.NewBesideEarlier)
            return 1;
        var (codes, age) = (1, SendBudget.Wait(1, limits.Sending));
        for (; age < limits.Code.Life && codes < limits.Sending.PerNumber; age += SendBudget.Wait(codes, limits.Sending))
            codes++;
        return codes;
    }

    /// <summary>How often something can begin in so long, if each time lasts so long.</summary>
    private static long Times(Duration length, Duration part) => (long)Math.Ceiling(length / part);

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
