namespace LoginVerification.Tests;

/// <summary>A history replays only where each event fits what was before it: each thing that an event can be wrong in is found.</summary>
public sealed class MisfitTests
{
    public static TheoryData<string> Names => [.. Misfits.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_cannot_have_happened_is_rejected_and_what_differs_in_that_alone_is_not(string name)
    {
        var misfit = Misfits.All[name];

        Assert.Equal(misfit.FittingOn.Version + 1, Evolution.Apply(misfit.FittingOn, misfit.Fitting).Version);
        Assert.Throws<InvalidOperationException>(() => Evolution.Apply(misfit.MisfittingOn, misfit.Misfitting));
    }

    /// <summary>The words go to logs: they say what is wrong, and hold no number.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_hold_no_number(string name)
    {
        var misfit = Misfits.All[name];

        var rejection = Assert.Throws<InvalidOperationException>(() => Evolution.Apply(misfit.MisfittingOn, misfit.Misfitting));

        Assert.All(
            new[] { Given.American, Given.British, Given.Israeli },
            phone => Assert.DoesNotContain(phone.Number.E164[1..], rejection.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Triggers))]
    public void Every_kind_of_event_that_can_be_wrong_is_here(LifecycleTrigger trigger) =>
        Assert.Contains(Misfits.All.Values, misfit => misfit.Misfitting.Trigger == trigger);

    /// <summary>That a notice found no address says nothing that could contradict the data.</summary>
    public static TheoryData<LifecycleTrigger> Triggers => [.. Enum.GetValues<LifecycleTrigger>().Except([LifecycleTrigger.NoticeUndeliverable])];
}
