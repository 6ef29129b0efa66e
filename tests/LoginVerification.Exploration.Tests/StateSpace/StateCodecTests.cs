namespace LoginVerification.Exploration.Tests.StateSpace;

/// <summary>Ids are dense, and nothing of a state is lost in its id.</summary>
public class StateCodecTests
{
    private static readonly StateCodec Codec = new(classes: 3, screens: 5, shapes: 7);

    [Fact]
    public void Every_id_is_that_of_one_state()
    {
        var states = Enumerable.Range(0, Codec.Size).Select(index => Codec.Unpack(new StateId(index))).ToList();

        Assert.Equal(3 * 5 * 7 * 2 * 4, Codec.Size);
        Assert.Equal(Enumerable.Range(0, Codec.Size), states.Select(state => Codec.Pack(state).Index));
        Assert.Equal(states.Count, states.Distinct().Count());
    }

    [Fact]
    public void Moving_to_another_screen_changes_the_screen_alone()
    {
        var state = Codec.Unpack(new StateId(417));

        Assert.All(Enumerable.Range(0, 5).Select(index => new ScreenId(index)), to =>
            Assert.Equal(Codec.Pack(state with { Screen = to }), Codec.Moved(Codec.Pack(state), state.Screen, to)));
    }

    [Fact]
    public void More_states_than_an_int_numbers_are_refused_with_the_mend() =>
        Assert.Contains("smaller scale", Assert.Throws<NotSupportedException>(() => new StateCodec(1000, 1000, 1000)).Message, StringComparison.Ordinal);
}
