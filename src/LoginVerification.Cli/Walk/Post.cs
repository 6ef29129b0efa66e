namespace LoginVerification.Cli;

/// <summary>What reached the person since the last look, in words without code or number.</summary>
internal sealed class Post
{
    private readonly List<string> arrived = [];

    public void Arrived(string message) => arrived.Add(message);

    public IReadOnlyList<string> Collect()
    {
        IReadOnlyList<string> collected = [.. arrived];
        arrived.Clear();
        return collected;
    }
}
