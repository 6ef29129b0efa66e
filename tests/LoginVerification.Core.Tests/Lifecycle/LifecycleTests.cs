namespace LoginVerification.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public void The_grid_has_every_trigger_and_every_state_exactly_once()
    {
        Assert.Equal(Enum.GetNames<LifecycleTrigger>(), LifecycleGrid.TriggerNames);
        Assert.Equal(Enum.GetNames<EnrolmentState>(), LifecycleGrid.StateNames);
    }

    [Fact]
    public void The_words_of_the_design_name_exactly_four_states() =>
        Assert.Equal(["NoPhone", "PhonePending", "PhoneVerified", "VerificationEnabled"], Enum.GetNames<EnrolmentState>());

    [Theory]
    [MemberData(nameof(LifecycleGrid.Pairs), MemberType = typeof(LifecycleGrid))]
    public void The_frozen_table_says_what_the_grid_says(EnrolmentState state, LifecycleTrigger trigger) =>
        Assert.Equal(LifecycleGrid.Target(state, trigger), LoginVerification.Engine.Lifecycle.Next(state, trigger));

    [Fact]
    public void Every_trigger_is_the_name_of_one_event_and_every_event_has_its_own()
    {
        var events = typeof(EnrolmentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentEvent))).ToArray();

        Assert.Equal(Enum.GetNames<LifecycleTrigger>().Order(), events.Select(type => type.Name).Order());
        Assert.All(events, type => Assert.True(type.IsSealed));
    }

    [Fact]
    public void Protection_ends_by_one_event_alone_beside_the_research_one()
    {
        var waysOut = Enum.GetValues<LifecycleTrigger>()
            .Where(trigger => LifecycleGrid.Target(EnrolmentState.VerificationEnabled, trigger) is { } target && target != EnrolmentState.VerificationEnabled);

        Assert.Equal([LifecycleTrigger.VerificationDisabled, LifecycleTrigger.ProtectionDropped], waysOut);
    }
}
