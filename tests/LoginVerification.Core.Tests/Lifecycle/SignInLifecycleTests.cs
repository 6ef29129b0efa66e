namespace LoginVerification.Tests;

public sealed class SignInLifecycleTests
{
    [Fact]
    public void The_grid_has_every_trigger_and_every_state_exactly_once()
    {
        Assert.Equal(Enum.GetNames<LifecycleTrigger>().Order(), SignInLifecycleGrid.TriggerNames.Order());
        Assert.Equal(Enum.GetNames<SignInState>(), SignInLifecycleGrid.StateNames);
    }

    [Fact]
    public void The_words_of_the_design_name_exactly_six_states() =>
        Assert.Equal(["None", "Issued", "Approved", "Denied", "Expired", "Exhausted"], Enum.GetNames<SignInState>());

    [Theory]
    [MemberData(nameof(SignInLifecycleGrid.Pairs), MemberType = typeof(SignInLifecycleGrid))]
    public void The_frozen_table_says_what_the_grid_says(SignInState state, LifecycleTrigger trigger) =>
        Assert.Equal(SignInLifecycleGrid.Target(state, trigger), LoginVerification.Engine.Lifecycle.Next(state, trigger));

    /// <summary>Nobody is let in twice for one answer, and no denial is taken back: from an end leads nothing but another sign-in, or its end.</summary>
    [Fact]
    public void An_ended_sign_in_becomes_no_other_end()
    {
        SignInState[] ends = [SignInState.Approved, SignInState.Denied, SignInState.Expired, SignInState.Exhausted];
        var targets = from end in ends
                      from trigger in Enum.GetValues<LifecycleTrigger>().Where(SignInLifecycleGrid.Concerns)
                      where SignInLifecycleGrid.Target(end, trigger) is not null
                      select SignInLifecycleGrid.Target(end, trigger);

        Assert.Equal([SignInState.None, SignInState.Issued], targets.Distinct().Order().Select(target => target!.Value));
    }

    [Fact]
    public void One_event_alone_lets_in_over_the_phone() => Assert.Equal(
        [LifecycleTrigger.SignInApproved],
        Enum.GetValues<LifecycleTrigger>().Where(trigger => SignInLifecycleGrid.Target(SignInState.Issued, trigger) == SignInState.Approved));

    /// <summary>A sign-in is over what protects: no event of one leads from, or to, another state of the enrolment.</summary>
    [Fact]
    public void Events_of_a_sign_in_happen_where_verification_is_enabled_and_nowhere_else()
    {
        foreach (var trigger in Enum.GetValues<LifecycleTrigger>().Where(trigger => trigger.ToString().StartsWith("SignIn", StringComparison.Ordinal)))
        {
            foreach (var state in Enum.GetValues<EnrolmentState>())
                Assert.Equal(state is EnrolmentState.VerificationEnabled ? state : null, LifecycleGrid.Target(state, trigger));
        }
    }
}
