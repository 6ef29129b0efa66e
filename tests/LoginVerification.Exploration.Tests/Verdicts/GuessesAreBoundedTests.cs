using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>What is left to somebody who guesses codes without end, reckoned by hand.</summary>
public sealed class GuessesAreBoundedTests
{
    private const int Unlimited = PolicyLimits.Unlimited;

    private static readonly LockRules NoFinalLock = new() { Longest = Duration.FromSeconds(30), FinalFailures = Unlimited };

    [Theory]
    [InlineData(6, 100, true)]
    [InlineData(5, 100, false)]
    [InlineData(5, 10, true)]
    [InlineData(5, 11, false)]
    [InlineData(4, 5, false)]
    [InlineData(4, 1, true)]
    public void A_hundred_guesses_at_six_digits_are_the_most(int digits, int finalFailures, bool isBounded) =>
        Assert.Equal(isBounded, Guessing.Under(Limits(new CodeRules { Digits = digits }, locks: new LockRules { EveryFailures = 1, FinalFailures = finalFailures })).IsBounded);

    [Fact]
    public void No_policy_inside_the_usual_bounds_is_beyond_it() => Assert.True(Guessing.Under(Limits(
        new CodeRules { Digits = PolicyBounds.Digits.Least, Life = PolicyBounds.Life.Most, WrongTries = PolicyBounds.WrongTries.Most },
        new SendRules { ResendWait = PolicyBounds.ResendWait.Least, PerNumber = PolicyBounds.PerNumber.Most, PerAccount = PolicyBounds.PerAccount.Most, Window = PolicyBounds.Window.Least },
        new LockRules { EveryFailures = PolicyBounds.EveryFailures.Most, First = PolicyBounds.First.Least, Longest = PolicyBounds.Longest.Least, FinalFailures = PolicyBounds.FinalFailures.Most })).IsBounded);

    [Fact]
    public void Every_code_that_is_alive_beside_the_newest_is_one_more_that_a_guess_hits()
    {
        var beside = new CodeRules { Life = Duration.FromMinutes(10), OnResend = ResendMode.NewBesideEarlier };

        // 0, 30 s, 1 min 30 s, 3 min 30 s, 7 min 30 s; a sixth would be sent after 15 min 30 s.
        Assert.Equal(5, Guessing.Under(Limits(beside, new SendRules { PerNumber = 20 })).LiveCodes);
        Assert.Equal(2, Guessing.Under(Limits(beside, new SendRules { PerNumber = 2 })).LiveCodes);
        Assert.Equal(20, Guessing.Under(Limits(beside, new SendRules { PerNumber = Unlimited, PerAccount = Unlimited })).LiveCodes);
        Assert.Equal(1, Guessing.Under(Limits(beside, new SendRules { ResendWait = Duration.FromMinutes(10) })).LiveCodes);
        Assert.False(Guessing.Under(Limits(beside)).IsBounded);
    }

    [Fact]
    public void Where_more_codes_live_than_there_are_each_guess_is_right()
    {
        var guessing = Guessing.Under(Limits(
            new CodeRules { Digits = 4, Life = Duration.FromDays(1), OnResend = ResendMode.NewBesideEarlier },
            new SendRules { ResendWait = Duration.FromSeconds(1), PerNumber = Unlimited, PerAccount = Unlimited },
            NoFinalLock));

        Assert.Equal(10_000, guessing.LiveCodes);
        Assert.EndsWith("make a chance of at most 100 % a day", $"{guessing}", StringComparison.Ordinal);
    }

    /// <summary>
    /// Five codes a day and the one that lives when the day begins; each lives for 20 locks. Without a bound on sends one goes out each 30 s, and a lock ends as often.
    /// </summary>
    [Theory]
    [InlineData(5, 5, 5, 30)]
    [InlineData(Unlimited, 5, 5, 600)]
    [InlineData(5, Unlimited, 5, 14_400)]
    [InlineData(Unlimited, Unlimited, 5, 14_400)]
    [InlineData(5, Unlimited, Unlimited, 14_405)]
    [InlineData(Unlimited, 5, Unlimited, null)]
    public void What_a_day_lets_pass_is_the_least_of_what_tries_sends_and_locks_do(int wrongTries, int perNumber, int everyFailures, int? guesses) => Assert.Equal(guesses, Guessing.Under(Limits(
        new CodeRules { WrongTries = wrongTries }, new SendRules { PerNumber = perNumber, PerAccount = Unlimited }, NoFinalLock with { EveryFailures = everyFailures })).GuessesADay);

    /// <summary>A guesser who sends as soon as a code may be sent and guesses as soon as a guess is taken, second by second, for five days.</summary>
    [Theory]
    [InlineData(5, 5, 5)]
    [InlineData(Unlimited, 5, 5)]
    [InlineData(5, Unlimited, 5)]
    [InlineData(2, 3, 4)]
    [InlineData(Unlimited, 1, 1)]
    public void No_day_of_a_tireless_guesser_has_more_guesses(int wrongTries, int perNumber, int everyFailures)
    {
        var limits = Limits(new CodeRules { WrongTries = wrongTries }, new SendRules { PerNumber = perNumber, PerAccount = Unlimited }, NoFinalLock with { EveryFailures = everyFailures });
        const int Day = 86_400;
        var (sends, guesses) = (new Queue<int>(), new List<int>());
        var (lastSent, lockedUntil, tries) = (-Day, 0, 0);
        for (var second = 0; second < 5 * Day; second++)
        {
            while (sends.TryPeek(out var first) && second - first >= Day)
                sends.Dequeue();
            if (sends.Count < perNumber && second - lastSent >= (perNumber == Unlimited || sends.Count == 0 ? 30 : 30 << (sends.Count - 1)))
            {
                sends.Enqueue(lastSent = second);
                tries = wrongTries;
            }

            for (; tries > 0 && second >= lockedUntil && second - lastSent < 600; tries--)
            {
                guesses.Add(second);
                if (guesses.Count % everyFailures == 0)
                    lockedUntil = second + 30;
            }
        }

        // In the day that ends with each guess.
        var (most, since) = (0, 0);
        for (var last = 0; last < guesses.Count; last++)
        {
            while (guesses[last] - guesses[since] >= Day)
                since++;
            most = Math.Max(most, last - since + 1);
        }

        Assert.InRange(most, 1, Guessing.Under(limits).GuessesADay!.Value);
    }

    [Theory]
    [InlineData(4, 100, "100 guesses in a row come before only the host unlocks, each right by 1 in 10,000: a chance of 100 in 10,000, and at most 1 in 10,000 is allowed")]
    [InlineData(4, Unlimited, "no number of failures ends the guessing, and each guess is right by 1 in 10,000: whoever goes on hits a code. At most 30 guesses a day, while one number is to be confirmed, make a chance of at most 0.3 % a day")]
    public void A_verdict_says_the_arithmetic_and_a_story(int digits, int finalFailures, string reason)
    {
        var whole = TestPolicies.Load("guessed-without-end").Document;
        var locks = finalFailures == Unlimited ? NoFinalLock : new LockRules { FinalFailures = finalFailures };
        var policy = EnrolmentPolicy.Create(whole with { Code = new CodeRules { Digits = digits }, Sending = new SendRules(), Lock = locks });

        var verdict = TestPolicies.Explore(policy).Properties.Single(told => told.Name == "GuessesAreBounded");
        var atItsOwnBounds = new Explorer().ExploreLifecycle(policy).Properties.Single(told => told.Name == "GuessesAreBounded");

        Assert.Equal((Verdict.Violated, reason), (verdict.Verdict, verdict.Reason));
        Assert.Equal(["SubmitPhone (a new number)", "ConfirmCode, wrong code"], verdict.Trace!.Select(step => step.Action));
        Assert.Equal((Verdict.Violated, reason), (atItsOwnBounds.Verdict, atItsOwnBounds.Reason));
    }

    /// <summary>Nobody guesses the same code twice: 14,400 guesses of 10,000 codes that live for a day hit one.</summary>
    [Theory]
    [InlineData(4, 24, "At most 14,400 guesses a day, while one number is to be confirmed, make a chance of at most 100 % a day")]
    [InlineData(6, 24, "At most 14,400 guesses a day, while one number is to be confirmed, make a chance of at most 1.5 % a day")]
    public void Guesses_of_a_day_add_up(int digits, int hours, string pace)
    {
        var guessing = Guessing.Under(Limits(new CodeRules { Digits = digits, Life = Duration.FromHours(hours), WrongTries = Unlimited }, locks: NoFinalLock));

        Assert.EndsWith(pace, $"{guessing}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_beyond_all_bounds_violates_what_speaks_of_them_and_nothing_else()
    {
        var explored = TestPolicies.Explore(TestPolicies.Load("guessed-without-end"));

        Assert.Equal(["TriesBounded", "SendsBounded", "GuessesAreBounded", "CodeBoundToNumber"], explored.Properties.Where(told => told.Verdict is Verdict.Violated).Select(told => told.Name));
        Assert.Equal(
            ["SubmitPhone (a new number)", "the wait for the next code ends", "SubmitPhone (the pending number)", "ConfirmCode, superseded code"],
            explored.Properties.Single(told => told.Name == "CodeBoundToNumber").Trace!.Select(step => step.Action));
    }

    /// <summary>What is taken is the newest code, so that nobody gives an earlier one.</summary>
    [Fact]
    public void Where_every_code_is_dead_before_the_next_none_is_taken_beside_the_newest()
    {
        var whole = TestPolicies.Load("guessed-without-end").Document;
        var policy = EnrolmentPolicy.Create(whole with { Sending = whole.Sending with { ResendWait = whole.Code.Life } });

        Assert.Equal(Verdict.Vacuous, TestPolicies.Explore(policy).Properties.Single(told => told.Name == "CodeBoundToNumber").Verdict);
    }

    private static EnrolmentLimits Limits(CodeRules code, SendRules? sending = null, LockRules? locks = null) => EnrolmentLimits.Of(TestPolicies.Load("guessed-without-end").Document with
    {
        Code = code,
        Sending = sending ?? new SendRules(),
        Lock = locks ?? new LockRules(),
    });
}
