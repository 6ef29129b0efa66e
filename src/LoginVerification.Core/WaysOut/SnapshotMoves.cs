namespace LoginVerification.Engine;

/// <summary>
/// The snapshots that commands lead to from one, and which command leads where. What a command comes to depends on the surface and not on
/// the screen, so that each is decided once a surface. Immutable and thread-safe.
/// </summary>
internal sealed class SnapshotMoves
{
    /// <summary>What a snapshot takes in memory, in numbers of four bytes; roughly.</summary>
    private const int SnapshotSize = 200;

    private readonly List<Snapshot> snapshots = [];
    private readonly List<ILookup<(Surface Surface, EnrolmentAction Action), Move>> moves = [];

    public SnapshotMoves(EnrolmentPolicy policy, Enrolment start, PhoneDetails target, Asker asker)
    {
        Commands = [.. Enum.GetValues<EnrolmentAction>().SelectMany(action => Probes.For(action, policy.Limits.Code.Digits))];
        var indices = new Dictionary<Enrolment, int>();
        Remember(start);
        while (moves.Count < snapshots.Count)
            moves.Add(MovesFrom(snapshots[moves.Count].Enrolment).ToLookup(move => (move.Surface, Commands[move.Move.Command].Action), move => move.Move));

        IEnumerable<(Surface Surface, Move Move)> MovesFrom(Enrolment before) =>
            from surface in policy.Screens.Surfaces
            from command in Commands.Index()
            let after = OptimisticWorld.After(before, command.Item, surface, target, asker, policy)
            where after is not null
            select (surface, new Move(command.Index, Remember(after)));

        int Remember(Enrolment enrolment)
        {
            if (!indices.TryGetValue(enrolment, out var index))
            {
                indices.Add(enrolment, index = snapshots.Count);
                snapshots.Add(new Snapshot(enrolment, CaseSet.Possible(enrolment, asker.DeviceRegistered)));
            }

            return index;
        }
    }

    /// <summary>The snapshots, that before any command first.</summary>
    public IReadOnlyList<Snapshot> Snapshots => snapshots;

    /// <summary>Every command that is tried.</summary>
    public IReadOnlyList<UserCommand> Commands { get; }

    /// <summary>How much memory is kept, in numbers of four bytes; roughly.</summary>
    public int Size => snapshots.Count * (SnapshotSize + (moves[0].Count * 16));

    /// <summary>What an action comes to on a surface, by each of its commands that is accepted.</summary>
    public IEnumerable<Move> From(int snapshot, Surface surface, EnrolmentAction action) => moves[snapshot][(surface, action)];

    /// <summary>An enrolment, and the cases of screens' conditions that it may be in.</summary>
    internal readonly record struct Snapshot(Enrolment Enrolment, CaseSet Cases);

    /// <summary>An accepted command, by its index, and the snapshot that it leads to.</summary>
    internal readonly record struct Move(int Command, int To);
}
