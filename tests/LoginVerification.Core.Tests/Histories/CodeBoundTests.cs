using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The life of a code, through the service.</summary>
public sealed class CodeBoundTests : HandToldStories
{
    private static readonly Duration Life = Duration.FromMinutes(10);

    [Fact]
    public async Task A_code_works_to_the_last_millisecond_of_its_ten_minutes()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        scene.Pass(Life - Given.Millisecond);

        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task A_code_is_dead_at_ten_minutes_and_uncounted()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        scene.Pass(Life);

        var result = await scene.Confirm(scene.Code);

        Scene.Refused(RefusalCode.CodeExpired, result);
        Assert.Equal(0, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task A_code_dies_with_the_pending_number_where_that_lapses_sooner()
    {
        (UserCommand Command, LifecycleTrigger Trigger)[] again =
        [
            (new ResendCode(), LifecycleTrigger.CodeReissued),
            (new SubmitPhone(Scene.Israeli), LifecycleTrigger.CodeReissued),
            (new SubmitPhone(Scene.Israeli, Carrier: Carrier.Parse("Corrected")), LifecycleTrigger.PhoneSubmitted),
        ];
        foreach (var (command, trigger) in again)
        {
            using var scene = NewScene();
            await scene.Submit(Scene.Israeli);
            var lapsesAt = (await scene.Stored()).Pending!.LapsesAt;
            scene.PassUntil(lapsesAt - Duration.FromMinutes(5));

            var result = await scene.ByUser(command);

            Scene.Accepted(result);
            Assert.Equal(trigger, (await scene.World.History(AccountId.Parse("alice")))[^1].Trigger);
            Assert.Equal((lapsesAt, lapsesAt), ((await scene.Stored()).Pending!.LapsesAt, (await scene.Stored()).Pending!.Challenge.ExpiresAt));
            scene.PassUntil(lapsesAt - Given.Millisecond);
            Scene.Accepted(await scene.Confirm(scene.Code));
        }
    }

    [Fact]
    public async Task A_clock_that_was_far_ahead_makes_no_code_live_longer()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        scene.Pass(-Duration.FromHours(2));
        Scene.Refused(RefusalCode.WrongCode, await scene.Guess(1));

        Assert.IsType<ClockSetBack>((await scene.World.History(AccountId.Parse("alice")))[^2]);
        scene.Pass(Life);
        Scene.Refused(RefusalCode.CodeExpired, await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        using var scene = NewScene();
        await scene.Verified(Scene.Israeli);
        var used = scene.Code;

        Scene.Refused(RefusalCode.NoPendingPhone, await scene.Confirm(used));
        await scene.Submit(Scene.British);
        Scene.Refused(RefusalCode.WrongCode, await scene.Confirm(used));
    }

    [Fact]
    public async Task The_code_of_a_number_that_was_swapped_for_another_one_counts_as_wrong()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var israeli = scene.Code;
        await scene.Submit(Scene.British);

        var result = await scene.Confirm(israeli);

        Scene.Refused(RefusalCode.WrongCode, result);
        Assert.Equal(1, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Assert.Equal(CodeMatch.Foreign, Assert.IsType<CodeMismatched>((await scene.World.History(AccountId.Parse("alice")))[^1]).Match);
        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task Another_accounts_code_for_the_same_number_counts_as_wrong()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var alices = scene.Code;
        scene.Who = "bob";
        await scene.Submit(Scene.Israeli);

        var result = await scene.Confirm(alices);

        Scene.Refused(RefusalCode.WrongCode, result);
        Assert.Equal(1, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task Where_a_resend_brings_a_new_code_the_earlier_one_is_refused_as_such_and_not_counted_and_the_newest_one_works()
    {
        using var scene = NewScene(HistoryPolicies.NewCode);
        await scene.Submit(Scene.Israeli);
        var earlier = scene.Code;
        scene.Pass(Duration.FromSeconds(30));
        await scene.Resend();

        var result = await scene.Confirm(earlier);

        Scene.Refused(RefusalCode.CodeSuperseded, result);
        Assert.Equal(0, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task A_resend_repeats_the_code_with_its_life_and_its_wrong_tries()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var (code, before) = (scene.Code, (await scene.Stored()).Pending!);
        await scene.Guess(4);
        scene.Pass(Duration.FromSeconds(30));

        Scene.Accepted(await scene.Resend());

        Assert.Equal(code, scene.Code);
        Assert.Equal(2, scene.World.Phones.Messages.Count);
        Assert.Equal(before with { Challenge = before.Challenge with { WrongTries = 4 } }, (await scene.Stored()).Pending);
        var fifth = await scene.Guess(1);
        scene.PassUntil(fifth.Refusal!.RetryAt);
        Scene.Refused(RefusalCode.CodeExhausted, await scene.Confirm(code));
    }

    [Fact]
    public async Task A_code_leaves_and_works_where_the_clock_of_this_process_is_a_little_behind()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.British);
        scene.Pass(-Duration.FromSeconds(30));

        Scene.Accepted(await scene.Submit(Scene.Israeli));

        Assert.Equal(Scene.Israeli, scene.World.Phones.Messages[^1].Number);
        Assert.Null((await scene.Stored()).CodeDelivery);
        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Theory]
    [InlineData("\u200F")]
    [InlineData("\u2212")]
    public async Task Marks_that_show_nothing_and_dashes_of_any_kind_are_no_part_of_a_code(string mark)
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);

        Scene.Accepted(await scene.Confirm($"{scene.Code[..3]}{mark}{scene.Code[3..]}"));
    }

    [Fact]
    public async Task A_code_from_before_a_cancel_is_an_earlier_one()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var earlier = scene.Code;
        await scene.ByUser(new CancelPending());
        scene.Pass(Duration.FromSeconds(30));
        await scene.Submit(Scene.Israeli);

        Scene.Refused(RefusalCode.CodeSuperseded, await scene.Confirm(earlier));
    }

    [Fact]
    public async Task An_earlier_code_stays_one_after_a_match_in_between()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var earlier = scene.Code;
        await scene.Verified(Scene.British);
        scene.Pass(Duration.FromSeconds(30));
        await scene.Submit(Scene.Israeli);

        var result = await scene.Confirm(earlier);

        Scene.Refused(RefusalCode.CodeSuperseded, result);
        Assert.Equal(0, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task After_five_wrong_tries_a_code_is_dead_even_for_who_knows_it()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var fifth = await scene.Guess(5);
        scene.PassUntil(fifth.Refusal!.RetryAt);

        var result = await scene.Confirm(scene.Code);

        Scene.Refused(RefusalCode.CodeExhausted, result);
        Assert.Equal(5, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
    }

    public static TheoryData<string> MalformedCodes => ["", "12345", "1234567", "12345a", "+123456", "12345\u00B2", "null"];

    [Theory]
    [MemberData(nameof(MalformedCodes))]
    public async Task A_malformed_code_is_refused_and_not_counted(string typed)
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var before = await scene.Stored();

        var result = await scene.Confirm(typed);

        Scene.Refused(RefusalCode.CodeMalformed, result);
        Assert.Equal(before.State, result.State);
        Assert.Equal(before, await scene.World.Load(AccountId.Parse("alice")));
        Assert.Single(await scene.World.History(AccountId.Parse("alice")));
    }

    [Fact]
    public async Task Ten_megabytes_of_digits_are_a_malformed_code_like_any_other()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);

        var result = await scene.Confirm(new string('1', 10 * 1024 * 1024));

        Scene.Refused(RefusalCode.CodeMalformed, result);
        Assert.Equal(0, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task A_code_that_starts_with_a_nought_arrives_whole_and_works()
    {
        using var scene = NewScene();
        for (var i = 0; ; i++)
        {
            scene.Who = $"user {i}";
            await scene.Submit(Scene.Israeli);
            if (scene.Code[0] == '0')
                break;
        }

        Assert.EndsWith($"\n@{World.SmsHost} #{scene.Code}", scene.World.Phones.Messages[^1].Text, StringComparison.Ordinal);
        Scene.Refused(RefusalCode.CodeMalformed, await scene.Confirm(scene.Code[1..]));
        Scene.Accepted(await scene.Confirm(scene.Code));
    }

    [Fact]
    public async Task That_a_number_is_taken_is_told_to_who_knows_its_code_and_to_nobody_else()
    {
        using var scene = NewScene(TestPolicies.OneAccountPerNumber);
        await scene.Verified(Scene.Israeli);
        scene.Who = "bob";

        Scene.Accepted(await scene.Submit(Scene.Israeli));
        Scene.Refused(RefusalCode.WrongCode, await scene.Guess(1));
        var result = await scene.Confirm(scene.Code);

        Scene.Refused(RefusalCode.NumberHasTooManyAccounts, result);
        Assert.Equal(EnrolmentState.PhonePending, result.State);
    }
}
