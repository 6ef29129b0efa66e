using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Sample.Tests.Crawling;

/// <summary>A search of all pages, breadth first.</summary>
internal sealed class Crawl(SampleProcess sample, EnrolmentPolicy policy, StatusReader statuses, string country)
{
    private readonly Queue<(Node Node, Surface From, IReadOnlyList<Move> Path)> open = new();

    /// <summary>Each screen and case that was shown.</summary>
    public HashSet<Node> Reached { get; } = [];

    /// <summary>Where a page is not what its screen is, or refuses what it offers.</summary>
    public List<string> Differences { get; } = [];

    public int Steps { get; private set; }

    public int Accounts { get; private set; }

    public async Task RunAsync()
    {
        foreach (var surface in policy.Screens.Surfaces)
        {
            using var traveller = await SetOutAsync(surface, []);
            Note(traveller, surface, []);
        }

        while (open.TryDequeue(out var reached))
            await TryAllAsync(reached.Node, reached.From, reached.Path);
    }

    /// <summary>Takes every step that a page has. What only leads elsewhere is gone back from; what changes something is done by a new account.</summary>
    private async Task TryAllAsync(Node node, Surface from, IReadOnlyList<Move> path)
    {
        using var traveller = await SetOutAsync(from, path);
        Assert.Equal(node, traveller.Node);
        var moves = traveller.Moves;
        foreach (var link in moves.OfType<Move.Follow>())
        {
            await TakeAsync(traveller, link);
            Note(traveller, from, [.. path, link]);
            await traveller.BackAsync(node);
        }

        foreach (var move in moves.Where(move => move is not Move.Follow))
        {
            using var other = await SetOutAsync(from, path);
            Assert.Equal(node, other.Node);
            await TakeAsync(other, move);
            Note(other, from, [.. path, move]);
        }
    }

    private async Task<Traveller> SetOutAsync(Surface from, IReadOnlyList<Move> path)
    {
        Accounts++;
        var traveller = await Traveller.SetOutAsync(sample, policy, statuses, country, from);
        foreach (var move in path)
            await TakeAsync(traveller, move);
        return traveller;
    }

    private async Task TakeAsync(Traveller traveller, Move move)
    {
        Steps++;
        var node = traveller.Node;
        if (await traveller.TakeAsync(move) is { } refusal)
            Differences.Add($"{node}, {move}: offered, and refused: {refusal}");
    }

    private void Note(Traveller traveller, Surface from, IReadOnlyList<Move> path)
    {
        var node = traveller.Node;
        if (!Reached.Add(node))
            return;
        open.Enqueue((node, from, path));
        Compare("offers", Model.Offers(policy, node), traveller.Offers);
        Compare("links", Model.Links(policy, node), traveller.Links);

        void Compare(string what, IEnumerable<string> foreseen, IEnumerable<string> shown)
        {
            if (!foreseen.SequenceEqual(shown))
                Differences.Add($"{node}, {what}: the model has [{string.Join(", ", foreseen)}], the page [{string.Join(", ", shown)}]");
        }
    }
}
