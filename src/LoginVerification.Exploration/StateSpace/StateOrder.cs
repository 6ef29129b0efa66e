namespace LoginVerification.Exploration;

/// <summary>
/// The breadth-first order over all classes, from the walks of single classes: level by level, and in a level class by class, as it comes about where
/// the starts are in the order of classes. Immutable and thread-safe.
/// </summary>
internal sealed class StateOrder
{
    private readonly StateCodec codec;
    private readonly ClassId[] classes;
    private readonly ClassWalk[] walks;

    /// <summary>At which position the states of a level and a class begin. The last entry is where all end.</summary>
    private readonly int[] offsets;

    /// <param name="codec">How the states are numbered.</param>
    /// <param name="walks">The walks, with as many levels each.</param>
    public StateOrder(StateCodec codec, IReadOnlyList<ClassWalk> walks)
    {
        this.codec = codec;
        var ofClass = walks.SelectMany(walk => walk.Classes.Select(number => (number, walk))).OrderBy(one => one.number.Index).ToList();
        classes = [.. ofClass.Select(one => one.number)];
        this.walks = [.. ofClass.Select(one => one.walk)];
        Levels = walks[0].Levels;
        offsets = new int[(Levels * classes.Length) + 1];
        for (var section = 0; section < offsets.Length - 1; section++)
        {
            var (level, walk) = (section / classes.Length, this.walks[section % classes.Length]);
            offsets[section + 1] = offsets[section] + walk.StartOf(level + 1) - walk.StartOf(level);
        }
    }

    public int Count => offsets[^1];

    public int Levels { get; }

    public StateId this[Position position]
    {
        get
        {
            var (number, walk, place) = PlaceOf(position);
            return codec.InClass(number, walk.Order[place]);
        }
    }

    /// <summary>Every state with its position.</summary>
    public IEnumerable<(Position Position, StateId State)> All()
    {
        for (var section = 0; section < offsets.Length - 1; section++)
        {
            var (number, walk, first) = Section(section);
            for (var position = offsets[section]; position < offsets[section + 1]; position++)
                yield return (new Position(position), codec.InClass(number, walk.Order[first + position - offsets[section]]));
        }
    }

    /// <summary>Some things that are found at places of a walk, each once a class that the walk stands for, in the order of their positions.</summary>
    /// <param name="found">What is found, in the order of its places.</param>
    public IEnumerable<(Position Position, ClassId Class, T Found)> InOrder<T>(Func<ClassWalk, IReadOnlyList<(int Place, T Found)>> found)
    {
        var next = new int[classes.Length];
        for (var section = 0; section < offsets.Length - 1; section++)
        {
            var (number, walk, first) = Section(section);
            var (all, end) = (found(walk), first + offsets[section + 1] - offsets[section]);
            for (var of = section % classes.Length; next[of] < all.Count && all[next[of]].Place < end; next[of]++)
                yield return (new Position(offsets[section] + all[next[of]].Place - first), number, all[next[of]].Found);
        }
    }

    /// <summary>The class of a state, and its place in the walk of that class.</summary>
    public (ClassId Class, ClassWalk Walk, int Place) PlaceOf(Position position)
    {
        var section = Array.BinarySearch(offsets, position.Index);
        if (section < 0)
            section = ~section - 1;
        // Sections that are empty begin where the next one does.
        while (offsets[section + 1] == offsets[section])
            section++;
        var (number, walk, first) = Section(section);
        return (number, walk, first + position.Index - offsets[section]);
    }

    /// <summary>The position of a place in the walk of a class.</summary>
    public Position PositionOf(ClassId number, int place)
    {
        var index = Array.BinarySearch(classes, number, Comparer<ClassId>.Create((left, right) => left.Index.CompareTo(right.Index)));
        var level = walks[index].LevelOf(place);
        return new Position(offsets[(level * classes.Length) + index] + place - walks[index].StartOf(level));
    }

    private (ClassId Class, ClassWalk Walk, int First) Section(int section)
    {
        var walk = walks[section % classes.Length];
        return (classes[section % classes.Length], walk, walk.StartOf(section / classes.Length));
    }
}
