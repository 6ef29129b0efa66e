using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Looks for the states of one walk from which a goal can be reached: the least fixed point, EF in CTL. It sweeps over the states until a sweep
/// finds none. In which order it looks makes no difference to what a least fixed point is, so that the blocks of states are swept side by side.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="walk">The states.</param>
/// <param name="of">The class that is asked, one of those of the walk.</param>
/// <param name="filter">The moves that may be made.</param>
internal sealed class Backward(PolicyModel model, ClassWalk walk, ClassId of, Filter filter)
{
    /// <summary>The states from which a goal can be reached.</summary>
    /// <param name="isGoal">The goal; pure.</param>
    /// <param name="known">Those of which that is known.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public StateBits Find(Func<ModelState, bool> isGoal, StateBits? known, CancellationToken cancellationToken)
    {
        var reaching = new StateBits(model.Codec.SizeOfClass);
        if (known is not null)
            reaching.AddAll(known);
        var blocks = (walk.Count + GrowingList.Block - 1) / GrowingList.Block;
        var open = new int[blocks][];
        Sweep(block => open[block] = First(walk.Order.ItemsOf(block)));
        for (var found = true; found;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found = false;
            Sweep(block =>
            {
                var left = Again(open[block]);
                if (left.Length < open[block].Length)
                    found = true;
                open[block] = left;
            });
        }

        return reaching;

        // From behind, because what is found late is mostly near what is found later still.
        void Sweep(Action<int> look) => SideBySide.For(blocks, index => look(blocks - 1 - index));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        int[] First(ReadOnlySpan<int> states)
        {
            var left = new List<int>();
            for (var i = states.Length - 1; i >= 0; i--)
            {
                var state = states[i];
                if (reaching.Contains(state))
                    continue;
                if (isGoal(model.Codec.Unpack(model.Codec.InClass(of, state))) || LeadsInto(reaching, state))
                    reaching.AddBesideOthers(state);
                else
                    left.Add(state);
            }

            return [.. left];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        int[] Again(int[] states)
        {
            var left = 0;
            foreach (var state in states)
            {
                if (LeadsInto(reaching, state))
                    reaching.AddBesideOthers(state);
                else
                    states[left++] = state;
            }

            return left == states.Length ? states : states[..left];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool LeadsInto(StateBits states, int state)
    {
        var offset = model.Codec.InClass(of, 0).Index;
        foreach (var (_, to) in model.Successors(model.Codec.InClass(of, state), filter))
        {
            if (states.Contains(unchecked((int)(to.Index - offset))))
                return true;
        }

        return false;
    }
}
