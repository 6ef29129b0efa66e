using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// The states of one class of numbers that can be reached, in the order of a breadth-first search. No move leads from one class to another, and
/// classes for which all gates open alike have the same states: one walk stands for them all.
/// </summary>
internal sealed class ClassWalk
{
    private readonly PolicyModel model;
    private readonly Filter filter;
    private readonly StateBits found;
    private readonly GrowingList order = new();
    private readonly GrowingList parents = new();
    private readonly List<int> levels = [0];

    /// <param name="model">The model.</param>
    /// <param name="classes">The classes that it stands for; the first is asked.</param>
    /// <param name="starts">Where it begins, as states of that class.</param>
    /// <param name="filter">The moves that may be made.</param>
    public ClassWalk(PolicyModel model, IReadOnlyList<ClassId> classes, IEnumerable<StateId> starts, in Filter filter)
    {
        (this.model, Classes, this.filter) = (model, classes, filter);
        found = new StateBits(model.Codec.SizeOfClass);
        foreach (var start in starts)
            Add(model.Codec.WithinClass(start, Class), order.Count);
    }

    /// <summary>The classes that it stands for.</summary>
    public IReadOnlyList<ClassId> Classes { get; }

    /// <summary>The class that is asked.</summary>
    public ClassId Class => Classes[0];

    public int Count => order.Count;

    /// <summary>The states, in the order in which they were found.</summary>
    public GrowingList Order => order;

    public long Edges { get; private set; }

    /// <summary>How many of the states were looked at, the first ones: all of them, unless it was ended early.</summary>
    public int Looked { get; private set; }

    /// <summary>How many levels are closed: level 0 are the starts, and the next level is a move farther away.</summary>
    public int Levels => levels.Count - 1;

    /// <summary>The place of the first state of a level; that of the open one, where the closed ones end.</summary>
    public int StartOf(int level) => levels[level];

    /// <summary>The level of a place.</summary>
    public int LevelOf(int place)
    {
        var level = levels.BinarySearch(place);
        if (level < 0)
            return ~level - 1;
        while (levels[level + 1] == place)
            level++;
        return level;
    }

    /// <summary>From here on the states belong to the next level.</summary>
    public void CloseLevel() => levels.Add(order.Count);

    /// <summary>The state from which a state was found; a start is its own.</summary>
    public int ParentOf(int place) => parents[place];

    /// <summary>A state of the asked class.</summary>
    public ModelState StateAt(int place) => model.Codec.Unpack(model.Codec.InClass(Class, order[place]));

    /// <summary>Finds what some states lead to. Nothing that is shared changes, so that many can do so side by side.</summary>
    // One long call: it is compiled for good before it runs. So it is for all that is marked like this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Look(int first, int count, Sightings sightings)
    {
        var codec = model.Codec;
        var offset = codec.InClass(Class, 0).Index;
        sightings.Clear();
        sightings.Looked = count;
        for (var place = first; place < first + count; place++)
        {
            foreach (var (_, to) in model.Successors(codec.InClass(Class, order[place]), filter))
            {
                var state = unchecked((int)(to.Index - offset));
                sightings.Edges++;
                if (!found.Contains(state))
                    sightings.Add(state, place);
            }
        }
    }

    /// <summary>Adds what is new of what was found; one after the other, in the order of what was looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Enter(Sightings sightings)
    {
        Edges += sightings.Edges;
        Looked += sightings.Looked;
        for (var i = 0; i < sightings.Count; i++)
            Add(sightings.States[i], sightings.Parents[i]);
    }

    private void Add(int state, int parent)
    {
        if (!found.Add(state))
            return;
        order.Add(state);
        parents.Add(parent);
    }
}
