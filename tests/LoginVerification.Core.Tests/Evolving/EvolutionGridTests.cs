namespace LoginVerification.Tests;

public sealed class EvolutionGridTests
{
    [Theory]
    [MemberData(nameof(LifecycleGrid.ForbiddenPairs), MemberType = typeof(LifecycleGrid))]
    public void An_event_without_an_edge_is_rejected_whatever_the_data(EnrolmentState state, LifecycleTrigger trigger) =>
        Assert.All(EventSamples.ShapesOf(state), enrolment =>
        {
            Assert.Equal(state, enrolment.State);
            Assert.Throws<InvalidOperationException>(() => Evolution.Apply(enrolment, EventSamples.Event(trigger, enrolment)));
        });

    [Theory]
    [MemberData(nameof(LifecycleGrid.AllowedPairs), MemberType = typeof(LifecycleGrid))]
    public void An_event_with_an_edge_leads_fitting_data_to_the_state_of_the_grid(EnrolmentState state, LifecycleTrigger trigger)
    {
        var fitting = EventSamples.ShapesOf(state).Where(enrolment => EventSamples.Fits(enrolment, trigger)).ToArray();

        Assert.NotEmpty(fitting);
        Assert.All(fitting, enrolment =>
        {
            var after = Evolution.Apply(enrolment, EventSamples.Event(trigger, enrolment));
            Assert.Equal(LifecycleGrid.Target(state, trigger), after.State);
            Assert.Equal(SignInLifecycleGrid.Target(enrolment.SignInState, trigger), after.SignInState);
            Assert.Equal(enrolment.Version + 1, after.Version);
            Assert.Equal(enrolment.Account, after.Account);
            Assert.Equal(enrolment.Id ?? EnrolmentId.Parse(new string('e', 32)), after.Id);
            Assert.Equal(EventSamples.Event(trigger, enrolment).Origin.At, after.ChangedAt);
        });
    }

    [Fact]
    public void Each_place_where_a_sign_in_can_stand_is_among_the_data() =>
        Assert.Equal(Enum.GetValues<SignInState>(), EventSamples.ShapesOf(EnrolmentState.VerificationEnabled).Select(enrolment => enrolment.SignInState).Distinct().Order());

    [Theory]
    [MemberData(nameof(SignInLifecycleGrid.Pairs), MemberType = typeof(SignInLifecycleGrid))]
    public void An_event_without_an_edge_for_the_sign_in_is_rejected_whatever_the_data(SignInState state, LifecycleTrigger trigger)
    {
        if (SignInLifecycleGrid.Target(state, trigger) is not null)
            return;
        Assert.All(EventSamples.ShapesOf(EnrolmentState.VerificationEnabled).Where(enrolment => enrolment.SignInState == state), enrolment =>
            Assert.Throws<InvalidOperationException>(() => Evolution.Apply(enrolment, EventSamples.Event(trigger, enrolment))));
    }

    [Theory]
    [MemberData(nameof(LifecycleGrid.AllowedPairs), MemberType = typeof(LifecycleGrid))]
    public void An_event_with_an_edge_is_rejected_where_the_data_do_not_fit(EnrolmentState state, LifecycleTrigger trigger) =>
        Assert.All(EventSamples.ShapesOf(state).Where(enrolment => !EventSamples.Fits(enrolment, trigger)), enrolment =>
            Assert.Throws<InvalidOperationException>(() => Evolution.Apply(enrolment, EventSamples.Event(trigger, enrolment))));
}
