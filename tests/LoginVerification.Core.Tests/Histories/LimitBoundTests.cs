using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Waits, limits and locks to the millisecond, through the service.</summary>
public sealed class LimitBoundTests : HandToldStories
{
    private static readonly Duration Day = Duration.FromHours(24);

    [Fact]
    public async Task Waits_for_another_code_start_at_thirty_seconds_double_and_end_in_the_limit_of_five()
    {
        using var scene = NewScene();
        var first = scene.World.Now;
        await scene.Submit(Scene.Israeli);
        foreach (var seconds in new[] { 30, 60, 120, 240 })
        {
            var until = scene.World.Now + Duration.FromSeconds(seconds);
            scene.PassUntil(until - Given.Millisecond);
            var tooSoon = await scene.Resend();
            Scene.Refused(RefusalCode.ResendTooSoon, tooSoon);
            Assert.Equal(until, tooSoon.Refusal!.RetryAt);
            scene.PassUntil(until);
            Scene.Accepted(await scene.Resend());
        }

        scene.PassUntil(first + Day - Given.Millisecond);
        var limited = await scene.Resend();
        Scene.Refused(RefusalCode.SendLimitReached, limited);
        Assert.Equal(first + Day, limited.Refusal!.RetryAt);
    }

    [Fact]
    public async Task The_limit_of_a_number_opens_when_its_oldest_code_leaves_the_window()
    {
        using var scene = NewScene(TestPolicies.SlowLapse);
        var first = scene.World.Now;
        await scene.Submit(Scene.Israeli);
        foreach (var hour in new[] { 1, 2, 3, 4 })
        {
            scene.PassUntil(first + Duration.FromHours(hour));
            Scene.Accepted(await scene.Resend());
        }

        scene.PassUntil(first + Day - Given.Millisecond);
        Scene.Refused(RefusalCode.SendLimitReached, await scene.Resend());
        scene.PassUntil(first + Day);
        Scene.Accepted(await scene.Resend());
        scene.PassUntil(first + Day + Duration.FromMinutes(30));
        Scene.Refused(RefusalCode.SendLimitReached, await scene.Resend());
    }

    [Fact]
    public async Task Twenty_codes_an_account_gets_in_a_day_over_all_its_numbers()
    {
        using var scene = NewScene();
        var first = scene.World.Now;
        foreach (var number in Enumerable.Range(0, 20))
        {
            scene.PassUntil(first + Duration.FromMinutes(number));
            Scene.Accepted(await scene.Submit($"+4479111234{number:00}"));
        }

        scene.PassUntil(first + Day - Given.Millisecond);
        var limited = await scene.Submit(Scene.Israeli);
        Scene.Refused(RefusalCode.SendLimitReached, limited);
        Assert.Equal(new RefusalSource.Setting("sending.perAccount"), limited.Refusal!.Source);
        Assert.Equal(first + Day, limited.Refusal.RetryAt);
        scene.PassUntil(first + Day);
        Scene.Accepted(await scene.Submit(Scene.Israeli));
        Assert.Equal(21, scene.World.Phones.Messages.Count);
    }

    [Fact]
    public async Task Neither_a_cancel_nor_another_number_nor_another_way_of_typing_shortens_a_wait()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        await scene.ByUser(new CancelPending());
        Scene.Refused(RefusalCode.ResendTooSoon, await scene.Submit(Scene.Israeli));
        Scene.Accepted(await scene.Submit(Scene.British));
        Scene.Refused(RefusalCode.ResendTooSoon, await scene.ByUser(new SubmitPhone("050-234 5678", CountryCode.Parse("IL"))));
    }

    [Fact]
    public async Task The_same_number_again_is_a_resend_that_keeps_the_time_to_lapse()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.Israeli);
        var lapsesAt = (await scene.Stored()).Pending!.LapsesAt;
        scene.Pass(Duration.FromSeconds(30));

        var again = await scene.ByUser(new SubmitPhone("050-234 5678", CountryCode.Parse("IL")));

        Assert.Equal(lapsesAt, (await scene.Stored()).Pending!.LapsesAt);
        Assert.IsType<CodeResent>((await scene.World.History(AccountId.Parse("alice")))[^1]);
    }

    [Fact]
    public async Task A_pending_number_lapses_at_24_hours_and_not_a_millisecond_before()
    {
        using var scene = NewScene();
        var start = scene.World.Now;
        await scene.Submit(Scene.Israeli);

        scene.PassUntil(start + Day - Given.Millisecond);
        var before = await scene.World.Handle(Caller.Time(AccountId.Parse("alice")), new LapsePending());
        Scene.Refused(RefusalCode.NotYetLapsed, before);
        Assert.Equal(start + Day, before.Refusal!.RetryAt);
        scene.PassUntil(start + Day);
        Scene.Refused(RefusalCode.NoPendingPhone, await scene.Resend());
        Assert.Equal(Initiator.Time, Assert.IsType<PendingLapsed>((await scene.World.History(AccountId.Parse("alice")))[^1]).Origin.By);
    }

    [Fact]
    public async Task Locks_double_from_thirty_seconds_to_an_hour_and_at_a_hundred_only_the_host_unlocks()
    {
        using var scene = NewScene();
        string[] numbers = [Scene.Israeli, Scene.American, Scene.British, "+972541112222"];
        int[] seconds = [30, 60, 120, 240, 480, 960, 1920, .. Enumerable.Repeat(3600, 12)];
        foreach (var (round, length) in seconds.Index())
        {
            Scene.Accepted(await scene.Submit(numbers[round / 5]));
            Assert.Null((await scene.Guess(4)).Refusal!.RetryAt);
            var until = scene.World.Now + Duration.FromSeconds(length);
            Assert.Equal(until, (await scene.Guess(1)).Refusal!.RetryAt);

            scene.PassUntil(until - Given.Millisecond);
            foreach (var refused in new[] { await scene.Confirm(scene.Code), await scene.Resend(), await scene.Submit(numbers[3]) })
            {
                Scene.Refused(RefusalCode.Locked, refused);
                Assert.Equal(until, refused.Refusal!.RetryAt);
                Assert.Equal([new WayOut.Retry(until)], refused.Refusal.WaysOut);
            }

            scene.PassUntil(until);
        }

        Scene.Accepted(await scene.Submit(numbers[3]));
        var last = await scene.Guess(5);
        Assert.Equal(100, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Assert.Null(last.Refusal!.RetryAt);
        Assert.Equal([new WayOut.AskOperator()], last.Refusal.WaysOut);

        scene.Pass(Duration.FromDays(400));
        var locked = await scene.Submit(Scene.Israeli);
        Scene.Refused(RefusalCode.LockedUntilUnlock, locked);
        Assert.Null(locked.Refusal!.RetryAt);
        Assert.Equal([new WayOut.AskOperator()], locked.Refusal.WaysOut);

        Scene.Accepted(await scene.ByOperator(new Unlock()));
        await scene.Verified(Scene.Israeli);
    }

    [Fact]
    public async Task A_match_forgives_what_was_failed_on_that_number_and_nothing_else_does()
    {
        using var scene = NewScene();
        await scene.Submit(Scene.British);
        await scene.Guess(3);
        await scene.Submit(Scene.Israeli);
        await scene.Guess(1);
        Assert.Equal(4, (await scene.World.Load(AccountId.Parse("alice"))).FailureCount(CodePurpose.Enrol));

        await scene.Confirm(scene.Code);
        Assert.Equal(3, (await scene.Stored()).FailureCount(CodePurpose.Enrol));

        scene.Pass(Duration.FromSeconds(30));
        await scene.Submit(Scene.British);
        scene.Pass(Duration.FromMinutes(1));
        await scene.Resend();
        await scene.ByUser(new CancelPending());
        await scene.ByUser(new RemovePhone());
        Assert.Equal(3, (await scene.World.Load(AccountId.Parse("alice"))).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task An_account_remembers_a_hundred_numbers_and_is_not_found_by_older_ones()
    {
        using var scene = NewScene();
        var numbers = Enumerable.Range(0, Enrolment.MaxFormerNumbers + 2).Select(i => PhoneNumber.Parse($"+1415555{i:0000}")).ToArray();
        foreach (var (index, number) in numbers.Index())
        {
            // Twenty codes a day.
            if (index % 20 == 0)
                scene.Pass(Day);
            Scene.Accepted(await scene.Submit(number.E164));
        }

        Assert.Empty(await scene.World.Store.FindAccountsAsync(numbers[0], default));
        foreach (var number in new[] { numbers[1], numbers[^1] })
            Assert.Equal([AccountId.Parse("alice")], await scene.World.Store.FindAccountsAsync(number, default));
    }
}
