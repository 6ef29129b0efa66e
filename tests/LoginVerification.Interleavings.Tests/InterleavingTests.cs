using Microsoft.Coyote.Specifications;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>
/// Several tasks on one account, in <see cref="Schedules.Most"/> orders each: whatever comes between, nothing is lost, done twice, or sent
/// under another enrolment's name.
/// </summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    [Fact]
    public void One_right_code_given_twice_works_once() => Holds(async _ =>
    {
        using var stage = new Stage();
        await stage.ByUser(new SubmitPhone(Stage.Number));
        var code = stage.Code;
        await stage.Together(() => stage.ByUser(new ConfirmCode(code)), () => stage.ByUser(new ConfirmCode(code)), stage.Dispatch);
    });

    [Fact]
    public void Each_wrong_code_is_counted() => Holds(async _ =>
    {
        using var stage = new Stage();
        await stage.ByUser(new SubmitPhone(Stage.Number));
        var (right, wrong) = (stage.Code, stage.WrongCode);
        await stage.Together(
            async () =>
            {
                await stage.ByUser(new ConfirmCode(wrong));
                await stage.ByUser(new ConfirmCode(wrong));
            },
            async () =>
            {
                await stage.ByUser(new ConfirmCode(wrong));
                await stage.ByUser(new ConfirmCode(right));
            });
    });

    [Fact]
    public void Two_callers_the_dispatcher_and_an_erasure() => Holds(choices => TwoCallersAndAnErasure(choices, null));

    [Fact]
    public void Dispatchers_whose_provider_is_slow_and_fails() => Holds(choices => SlowProvider(choices, null));

    [Fact]
    public void Two_browsers_with_one_right_code_let_one_of_them_in() => Holds(async _ =>
    {
        using var stage = new Stage();
        await Protect(stage);
        await stage.ByBrowser(_ => new BeginSignIn());
        var code = stage.Code;
        var (first, second) = (false, false);
        await stage.Together(
            async () => first = (await stage.ByBrowser(asked => new AnswerSignIn(asked, code))).Succeeded,
            async () => second = (await stage.ByBrowser(asked => new AnswerSignIn(asked, code))).Succeeded,
            stage.Dispatch);
        Specification.Assert(first ^ second, "two browsers were let in, or none");
    });

    [Fact]
    public void Two_browsers_the_owner_and_the_dispatcher() => Holds(async choices =>
    {
        using var stage = new Stage();
        await Protect(stage);
        await stage.Together(
            () => SignsIn(stage, choices),
            () => SignsIn(stage, choices),
            () => stage.ByUser(choices.OneOf<UserCommand>(new DisableVerification(), new SubmitPhone(Stage.OtherNumber), new RemovePhone())),
            stage.Dispatch);
    });

    private static async Task Protect(Stage stage)
    {
        await stage.Verify(Stage.Number);
        await stage.ByUser(new EnableVerification(VerificationChannel.Sms));
    }

    private static async Task SignsIn(Stage stage, Choices choices)
    {
        await stage.ByBrowser(_ => new BeginSignIn());
        var (right, wrong) = (stage.Code, stage.WrongCode);
        for (var i = 0; i < 2; i++)
            await stage.ByBrowser(asked => choices.OneOf<SignInCommand>(new AnswerSignIn(asked, right), new AnswerSignIn(asked, wrong), new ResendSignIn(asked), new CompleteSignIn(asked)));
    }

    private static async Task TwoCallersAndAnErasure(Choices choices, Func<InMemoryEnrolments, DelegatingStore>? flaw)
    {
        using var stage = new Stage(flaw);
        await Begin(stage, choices);
        await stage.Together(
            () => Gives(stage, choices, 2),
            () => Gives(stage, choices, 2),
            stage.Dispatch,
            async () =>
            {
                if (choices.Perhaps())
                    await stage.Erase();
            });
    }

    private static async Task SlowProvider(Choices choices, Func<InMemoryEnrolments, DelegatingStore>? flaw)
    {
        using var stage = new Stage(flaw);
        stage.Phone.Fails = true;
        await Begin(stage, choices);
        await stage.ByUser(new SubmitPhone(Stage.OtherNumber));
        await stage.Together(
            stage.Dispatch,
            stage.Dispatch,
            async () =>
            {
                stage.Pass(Duration.FromSeconds(31));
                await stage.Dispatch();
                stage.Phone.Fails = choices.Perhaps();
            },
            () => Gives(stage, choices, 1));
    }

    private static async Task Begin(Stage stage, Choices choices)
    {
        if (choices.Perhaps())
            await stage.Verify(Stage.Number);
        if (choices.Perhaps())
            await stage.ByUser(new EnableVerification(VerificationChannel.Sms));
        if (choices.Perhaps())
            await stage.ByUser(new SubmitPhone(Stage.OtherNumber));
    }

    private static async Task Gives(Stage stage, Choices choices, int commands)
    {
        for (var i = 0; i < commands; i++)
        {
            if (choices.OneOf(0, 1, 2, 3, 4) == 0)
                await stage.ByCarrier(choices.OneOf<HostCommand>(new OptOutOfDelivery(Stage.Number), new InvalidatePhone(Stage.Number, InvalidationReason.Recycled)));
            else
                await stage.ByUser(choices.OneOf<UserCommand>(
                    new SubmitPhone(Stage.Number),
                    new SubmitPhone(Stage.OtherNumber),
                    new ResendCode(),
                    new ConfirmCode(stage.Code),
                    new ConfirmCode(stage.Code),
                    new ConfirmCode(stage.WrongCode),
                    new CancelPending(),
                    new EnableVerification(VerificationChannel.Sms),
                    new ChangeChannel(VerificationChannel.AppPush),
                    new DisableVerification(),
                    new RemovePhone()));
        }
    }

    [Fact]
    public void A_store_that_compares_the_version_before_it_writes_is_found_out() => Breaks(
        "was decided on version",
        async _ =>
        {
            using var stage = new Stage(memory => new ComparingBeforeWriting(memory));
            await stage.ByUser(new SubmitPhone(Stage.Number));
            var wrong = stage.WrongCode;
            await stage.Together(() => stage.ByUser(new ConfirmCode(wrong)), () => stage.ByUser(new ConfirmCode(wrong)));
        });

    private void Holds(Func<Choices, Task> scenario)
    {
        var (run, found, report) = Schedules.Explore(scenario);
        output.WriteLine(report);
        Assert.True(found is null, found);
        Assert.Equal(Schedules.Most, run);
    }

    [Fact]
    public void A_store_that_completes_under_any_lease_is_found_out() => Breaks(
        "was claimed while another one's lease stood", choices => SlowProvider(choices, memory => new CompletingUnderAnyLease(memory)));

    [Fact]
    public void A_store_that_erases_in_two_steps_is_found_out() => Breaks(
        "the snapshot is not what the history makes", choices => TwoCallersAndAnErasure(choices, memory => new ErasingInTwoSteps(memory)));

    [Fact]
    public void A_store_whose_trail_is_older_than_what_it_erases_is_found_out() => Breaks(
        "the trail of an erasure is not what had happened", choices => TwoCallersAndAnErasure(choices, memory => new ErasingWhatItReadBefore(memory)));

    /// <summary>The race that was put in is found, and for what it breaks.</summary>
    private void Breaks(string fault, Func<Choices, Task> scenario)
    {
        var (run, found, _) = Schedules.Explore(scenario);
        output.WriteLine($"Found in order {run}.");
        Assert.NotNull(found);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }
}
