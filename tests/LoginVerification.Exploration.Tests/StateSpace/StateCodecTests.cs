namespace LoginVerification.Exploration.Tests.StateSpace;

/// <summary>Ids are dense, and nothing of a state is lost in its id.</summary>
public class StateCodecTests
{
    private static readonly StateCodec Codec = new(classes: 3, screens: 5, shapes: 7);

    [Fact]
    public void Every_id_is_that_of_one_state()
    {
        var states = Enumerable.Range(0, (int)Codec.Size).Select(index => Codec.Unpack(new StateId(index))).ToList();

        Assert.Equal(3 * 5 * 7 * 2 * 4, Codec.Size);
        Assert.Equal(Enumerable.Range(0, states.Count).Select(index => (long)index), states.Select(state => Codec.Pack(state).Index));
        Assert.Equal(states.Count, states.Distinct().Count());
    }

    [Fact]
    public void A_state_is_found_by_its_class_and_its_number_within_it()
    {
        var id = new StateId(417);

        Assert.Equal(Codec.Unpack(id).Class, Codec.ClassOf(id));
        Assert.Equal(id, Codec.InClass(Codec.ClassOf(id), Codec.WithinClass(id, Codec.ClassOf(id))));
    }

    [Fact]
    public void Moving_to_another_screen_changes_the_screen_alone()
    {
        var state = Codec.Unpack(new StateId(417));

        Assert.All(Enumerable.Range(0, 5).Select(index => new ScreenId(index)), to =>
            Assert.Equal(Codec.Pack(state with { Screen = to }), Codec.Moved(Codec.Pack(state), state.Screen, to)));
    }

    [Fact]
    public void More_states_of_a_class_than_an_int_numbers_are_refused_with_the_mend() =>
        Assert.Contains("smaller scale", Assert.Throws<NotSupportedException>(() => new StateCodec(1, 100_000, 10_000)).Message, StringComparison.Ordinal);
}
