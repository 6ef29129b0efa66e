namespace LoginVerification.Exploration;

/// <summary>
/// Walks level by level on all cores. What some states lead to is found side by side; what is new of it is entered in the order of those states,
/// so that order, parents and counts are the same on any number of cores.
/// </summary>
/// <param name="walks">The walks; each begins with its starts.</param>
/// <param name="limit">How many states to look at before giving up.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class Walking(IReadOnlyList<ClassWalk> walks, long limit, IProgress<ExplorationProgress>? progress)
{
    /// <summary>How many states are looked at in one go, by one of those who look side by side.</summary>
    private const int Piece = 2048;

    /// <summary>After how many of them the limit and the cancellation are looked at, and progress is told.</summary>
    private const int Pieces = 32;

    private readonly Sightings[] sightings = [.. Enumerable.Range(0, Pieces).Select(_ => new Sightings())];

    /// <summary>Walks everywhere, and says whether that was so.</summary>
    public bool Run(CancellationToken cancellationToken)
    {
        for (var level = 0; walks.Any(walk => walk.StartOf(level) < walk.Count); level++)
        {
            foreach (var walk in walks)
                walk.CloseLevel();
            foreach (var pieces in PiecesOf(level).Chunk(Pieces))
            {
                if (cancellationToken.IsCancellationRequested || walks.Sum(walk => (long)walk.Count * walk.Classes.Count) > limit)
                    return false;
                Take(pieces);
                progress?.Report(new ExplorationProgress(walks.Sum(walk => (long)walk.Count * walk.Classes.Count), walks.Sum(walk => walk.Edges * walk.Classes.Count)));
            }
        }

        return true;
    }

    private IEnumerable<(ClassWalk Walk, int First, int Count)> PiecesOf(int level) =>
        from walk in walks
        let end = walk.StartOf(level + 1)
        from piece in Enumerable.Range(0, (end - walk.StartOf(level) + Piece - 1) / Piece)
        let first = walk.StartOf(level) + (piece * Piece)
        select (walk, first, Math.Min(Piece, end - first));

    private void Take((ClassWalk Walk, int First, int Count)[] pieces)
    {
        if (pieces.Length == 1)
            Look(0);
        else
            SideBySide.For(pieces.Length, Look);
        var entries = pieces.Select((piece, index) => (piece.Walk, Seen: sightings[index])).GroupBy(entry => entry.Walk, entry => entry.Seen).ToList();
        if (entries.Count == 1)
            Enter(entries[0]);
        else
            SideBySide.For(entries.Count, index => Enter(entries[index]));

        void Look(int index) => pieces[index].Walk.Look(pieces[index].First, pieces[index].Count, sightings[index]);

        static void Enter(IGrouping<ClassWalk, Sightings> of)
        {
            foreach (var seen in of)
                of.Key.Enter(seen);
        }
    }
}
