using NodaTime;

namespace LoginVerification.Tests.Policies;

/// <summary>What a policy may say that is there to be explored, and no other.</summary>
public sealed class ResearchBoundsTests
{
    private static readonly PolicyDocument Usual = PolicyFile.Read(PolicyText.Small).Document!;

    public static TheoryData<string> Paths => [.. Beyond(Usual).Keys];

    [Theory, MemberData(nameof(Paths))]
    public void Without_the_word_it_is_refused_with_the_mend_and_the_word(string path)
    {
        var errors = PolicyValidation.Validate(Beyond(Usual)[path]);

        var error = Assert.Single(errors, error => error.Path == path);
        Assert.Contains("Write ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("say \"research\": true in the policy; no host starts with it then.", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public void With_the_word_it_is_valid_and_comes_back_through_a_file(string path)
    {
        var policy = Beyond(Usual with { Research = true })[path];

        Assert.Empty(PolicyValidation.Validate(policy));
        var text = PolicyFile.Write(policy);
        var reading = PolicyFile.Read(text);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(text, PolicyFile.Write(reading.Document!));
        Assert.Equal((policy.Code, policy.Sending, policy.Lock), (reading.Document!.Code, reading.Document.Sending, reading.Document.Lock));
    }

    [Theory]
    [InlineData(3, "3 is out of bounds. Write 6 to 8, or, as this policy is for research, 4 to 5.")]
    [InlineData(9, "9 is out of bounds. Write 6 to 8, or, as this policy is for research, 4 to 5.")]
    public void Beyond_what_research_may_say_it_is_refused_all_the_same(int digits, string message) =>
        Assert.Equal(message, Assert.Single(PolicyValidation.Validate(Usual with { Research = true, Code = Usual.Code with { Digits = digits } })).Message);

    [Fact]
    public void A_code_lives_at_most_a_day_and_never_longer_than_the_window_of_sends()
    {
        var policy = Usual with { Research = true };
        Assert.Equal("$.code.life", Assert.Single(PolicyValidation.Validate(policy with { Code = policy.Code with { Life = Duration.FromHours(24) + Duration.Epsilon }, Sending = policy.Sending with { Window = Duration.FromDays(7) }, PendingLapsesAfter = Duration.FromDays(2) })).Path);
        var outliving = Assert.Single(PolicyValidation.Validate(policy with { Code = policy.Code with { Life = Duration.FromHours(2) }, Sending = policy.Sending with { Window = Duration.FromHours(1) } }));
        Assert.Equal(("$.sending.window", "A code outlives the window of sends. Write at least what \"code.life\" says."), (outliving.Path, outliving.Message));
    }

    [Fact]
    public void A_lock_that_nothing_counts_cannot_grow() => Assert.Contains(
        "Write what \"first\" says.",
        Assert.Single(PolicyValidation.Validate(Usual with { Research = true, Lock = new LockRules { FinalFailures = PolicyLimits.Unlimited } })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_account_without_a_limit_has_room_for_a_number_without_one() => Assert.Equal(
        "An account gets fewer codes than one of its numbers. Write \"unlimited\", what \"perNumber\" says.",
        Assert.Single(PolicyValidation.Validate(Usual with { Research = true, Sending = new SendRules { PerNumber = PolicyLimits.Unlimited } })).Message);

    [Theory]
    [InlineData("\"many\"", "Here stands \"many\"; write a whole number, or, in a policy for research, \"unlimited\".")]
    [InlineData("1.5", "Here stands 1.5; write a whole number, or, in a policy for research, \"unlimited\".")]
    [InlineData("2147483647", "Here stands 2147483647; write a whole number, or, in a policy for research, \"unlimited\".")]
    [InlineData("null", "Here stands null; write a whole number, or, in a policy for research, \"unlimited\".")]
    public void What_is_no_count_is_told(string value, string message)
    {
        var text = PolicyFile.Write(Usual with { Code = new CodeRules { WrongTries = 3 } });

        Assert.Equal(message, Assert.Single(PolicyFile.Read(text.Replace("\"wrongTries\": 3", $"\"wrongTries\": {value}", StringComparison.Ordinal)).Errors).Message);
    }

    [Fact]
    public void The_word_without_need_and_earlier_codes_that_are_dead_already_are_warned_of()
    {
        Assert.Equal(["$.research"], Warned(Usual with { Research = true }));
        Assert.Equal(["$.code.onResend"], Warned(Usual with { Research = true, Code = new CodeRules { OnResend = ResendMode.NewBesideEarlier }, Sending = new SendRules { ResendWait = Duration.FromMinutes(10) } }));
    }

    private static IEnumerable<string> Warned(PolicyDocument policy) => PolicyFile.Read(PolicyFile.Write(policy)).Warnings.Select(warning => warning.Path);

    private static Dictionary<string, PolicyDocument> Beyond(PolicyDocument policy) => new()
    {
        ["$.code.digits"] = policy with { Code = new CodeRules { Digits = 4 } },
        ["$.code.life"] = policy with { Code = new CodeRules { Life = Duration.FromHours(1) } },
        ["$.code.wrongTries"] = policy with { Code = new CodeRules { WrongTries = PolicyLimits.Unlimited } },
        ["$.code.onResend"] = policy with { Code = new CodeRules { OnResend = ResendMode.NewBesideEarlier } },
        ["$.sending.perNumber"] = policy with { Sending = new SendRules { PerNumber = PolicyLimits.Unlimited, PerAccount = PolicyLimits.Unlimited } },
        ["$.sending.perAccount"] = policy with { Sending = new SendRules { PerAccount = PolicyLimits.Unlimited } },
        ["$.lock.everyFailures"] = policy with { Lock = new LockRules { EveryFailures = PolicyLimits.Unlimited } },
        ["$.lock.finalFailures"] = policy with { Lock = new LockRules { Longest = Duration.FromSeconds(30), FinalFailures = PolicyLimits.Unlimited } },
    };
}
