using System.Text;
using System.Text.Json;

namespace LoginVerification.Faults.Worker;

/// <summary>A command, by a name that its events and its repetitions bear.</summary>
internal sealed record Order(string Id, int Account, string Command, string? Argument);

internal enum EntryKind
{
    /// <summary>It is about to be given.</summary>
    Begun,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>Nothing came back but an error: nobody knows whether it was carried out.</summary>
    Failed,
}

/// <summary>One line of a journal.</summary>
internal sealed record Entry(EntryKind Kind, Order Order)
{
    public RefusalCode? Refusal { get; init; }

    public bool Replayed { get; init; }

    public CodeDelivery? CodeDelivery { get; init; }

    public string? Error { get; init; }
}

/// <summary>What a worker gave, and what it was answered: a line each, handed to the system before the worker goes on, so that it survives the worker.</summary>
internal sealed class Journal(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Write(Entry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n");
        lock (file)
            file.Write(line);
    }

    public void Dispose() => file.Dispose();

    /// <summary>The whole lines by now. A line that was being written when its writer was killed is none.</summary>
    public static IReadOnlyList<Entry> Read(string path)
    {
        var text = ReadText(path);
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Entry>(line)!)];
    }

    /// <summary>How many lines are of a kind, for who asks often.</summary>
    public static int Count(string path, EntryKind kind) => ReadText(path).AsSpan().Count($"{{\"{nameof(Entry.Kind)}\":{(int)kind},");

    private static string ReadText(string path)
    {
        if (!File.Exists(path))
            return "";
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
