using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoginVerification.Faults.Tests;

/// <summary>How the gateway treats one attempt.</summary>
internal enum Treatment
{
    /// <summary>Takes the message and says so.</summary>
    Take,

    /// <summary>Says nothing until the sender gives up, and takes nothing.</summary>
    Hang,

    /// <summary>Answers 500, and takes nothing.</summary>
    Fail,

    /// <summary>Takes the message and drops the connection.</summary>
    TakeAndDrop,

    /// <summary>Takes the message, and says so when the lease is long over.</summary>
    TakeAndAnswerLate,
}

/// <summary>One attempt of a worker to hand over a message.</summary>
/// <param name="Kind">SMS or NOTICE.</param>
/// <param name="By">The worker.</param>
/// <param name="Id">The message.</param>
/// <param name="To">The number.</param>
/// <param name="Text">What it says.</param>
/// <param name="Number">The how manieth attempt at this message it is.</param>
internal sealed record Attempt(string Kind, string By, string Id, string To, string Text, int Number);

/// <summary>The phone network and the owner's mailbox, in the process of the test: keeps every message that it took, and plays faults.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, int> attempts = [];
    private readonly ConcurrentDictionary<string, string> codes = [];
    private readonly ConcurrentQueue<Attempt> taken = [];
    private int hanging;

    public Gateway()
    {
        listener.Start(backlog: 512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How it treats an attempt; it takes everything by default.</summary>
    public Func<Attempt, Treatment> Treats { get; set; } = _ => Treatment.Take;

    /// <summary>What it waits for before it answers.</summary>
    public Func<Attempt, Task> WaitsFor { get; set; } = _ => Task.CompletedTask;

    /// <summary>How much later than it might a late answer comes.</summary>
    public TimeSpan Late { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Every message that it took, as often as it took it.</summary>
    public IReadOnlyCollection<Attempt> Taken => taken;

    public int Attempts => attempts.Values.Sum();

    /// <summary>How many attempts wait for an answer that does not come.</summary>
    public int Hanging => Volatile.Read(ref hanging);

    public int AttemptsAt(string id) => attempts.GetValueOrDefault(id);

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream);
                if (await reader.ReadLineAsync(end.Token) is { } line && await AnswerAsync(line.Split(' '), reader) is { } answer)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"{answer}\n"), end.Token);
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The worker was killed, or gave up.
            }
        }
    }

    private async Task<string?> AnswerAsync(string[] words, StreamReader reader)
    {
        if (words is ["CODE", var number])
            return codes.GetValueOrDefault(number, "");
        var attempt = new Attempt(words[0], words[1], words[2], words[3], Encoding.UTF8.GetString(Convert.FromBase64String(words[4])), attempts.AddOrUpdate(words[2], 1, (_, count) => count + 1));
        await WaitsFor(attempt);
        var treatment = Treats(attempt);
        if (treatment is Treatment.Fail)
            return "500";
        if (treatment is Treatment.Hang)
        {
            Interlocked.Increment(ref hanging);
            try
            {
                return await reader.ReadLineAsync(end.Token);
            }
            finally
            {
                Interlocked.Decrement(ref hanging);
            }
        }

        taken.Enqueue(attempt);
        if (attempt.Text.LastIndexOf('#') is >= 0 and var mark)
            codes[attempt.To] = attempt.Text[(mark + 1)..];
        if (treatment is Treatment.TakeAndDrop)
            return null;
        if (treatment is Treatment.TakeAndAnswerLate)
            await Task.Delay(Late, end.Token);
        return "200";
    }
}
