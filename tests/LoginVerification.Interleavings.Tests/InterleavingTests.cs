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

    /// <summary>The race that was put in is found, and for what it breaks.</summary>
    private void Breaks(string fault, Func<Choices, Task> scenario)
    {
        var (run, found, _) = Schedules.Explore(scenario);
        output.WriteLine($"Found in order {run}.");
        Assert.NotNull(found);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }
}
