namespace LoginVerification.Exploration.Tests.Tables;

public class TableObserversTests
{
    [Fact]
    public void As_many_observers_as_a_word_holds_are_told_apart()
    {
        var observers = Enumerable.Range(0, PackedObservations.MostObservers).Select(_ => new Sees(Observations.None)).ToList();
        observers[^1].What = Observations.Violation;
        observers[^2].What = Observations.Trigger | Observations.OtherTrigger;

        var seen = new TableObservers(observers).At(new Enrolment(AccountId.Parse("observed")), Limits);

        Assert.Equal(Observations.Violation, seen[observers.Count - 1]);
        Assert.Equal(Observations.Trigger | Observations.OtherTrigger, seen[observers.Count - 2]);
        Assert.All(Enumerable.Range(0, observers.Count - 2), observer => Assert.Equal(Observations.None, seen[observer]));
        Assert.Equal(Observations.None, seen.OnlyViolations()[observers.Count - 2]);
    }

    [Fact]
    public void One_more_is_refused_with_the_mend()
    {
        var observers = Enumerable.Range(0, PackedObservations.MostObservers + 1).Select(_ => new Sees(Observations.None));

        var refused = Assert.Throws<NotSupportedException>(() => new TableObservers(observers));

        Assert.Contains("22 observers do not fit", refused.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(PackedObservations), refused.Message, StringComparison.Ordinal);
    }

    private static EnrolmentLimits Limits => ShippedPolicies.Consistent.Limits;

    private sealed class Sees(Observations what) : ITableObserver
    {
        public Observations What { get; set; } = what;

        public Observations At(Enrolment enrolment, EnrolmentLimits limits) => What;

        public Observations On(in Transition transition) => What;

        public Observations OnRefusal(in Transition transition) => What;
    }
}
