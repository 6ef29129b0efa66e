using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoginVerification.Sms.Tests.Loopback;

/// <summary>A small HTTP server on this machine: it keeps what it was asked, and answers as the test says, badly as well.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<LoopbackRequest> requests = new();
    private readonly Func<LoopbackRequest, LoopbackAnswer> answer;
    private readonly Task accepting;

    public LoopbackServer(Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public LoopbackServer(LoopbackAnswer always)
        : this(_ => always)
    {
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <summary>The first request that fits, once it is there.</summary>
    public Task<LoopbackRequest> WaitForAsync(Func<LoopbackRequest, bool> fits) => Eventually.GetAsync(() => requests.FirstOrDefault(fits));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    /// <summary>One request a connection.</summary>
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request)
                    return;
                requests.Enqueue(request);
                await AnswerAsync(stream, answer(request));
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, LoopbackAnswer given)
    {
        if (given.Hangs)
            await Task.Delay(Timeout.Infinite, ending.Token);
        if (given.Drops)
            return;
        var body = Encoding.UTF8.GetBytes(given.Body);
        var head = $"HTTP/1.1 {given.Status} Status\r\nContent-Type: {given.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{given.Headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), ending.Token);
        await stream.WriteAsync(body, ending.Token);
    }

    private async Task<LoopbackRequest?> ReadAsync(NetworkStream stream)
    {
        var read = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. read]);
            var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd >= 0)
            {
                var lines = text[..headEnd].Split("\r\n");
                var headers = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
                var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
                if (read.Count >= headEnd + 4 + length)
                    return new LoopbackRequest(lines[0].Split(' ')[0], lines[0].Split(' ')[1], headers, Encoding.UTF8.GetString(read.ToArray().AsSpan(headEnd + 4, length)));
            }

            var count = await stream.ReadAsync(buffer, ending.Token);
            if (count == 0)
                return null;
            read.AddRange(buffer[..count]);
        }
    }
}

/// <summary>What a client asked.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Target">Path and query, as they were sent.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, as UTF-8.</param>
internal sealed record LoopbackRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target[Target.IndexOf('?', StringComparison.Ordinal)..] : "";
}

/// <summary>What the server answers.</summary>
internal sealed record LoopbackAnswer(int Status, string Body = "", string ContentType = "application/json", string Headers = "")
{
    /// <summary>It takes the request and never answers.</summary>
    public static LoopbackAnswer Hang { get; } = new(0) { Hangs = true };

    /// <summary>It takes the request and drops the connection.</summary>
    public static LoopbackAnswer Drop { get; } = new(0) { Drops = true };

    public bool Hangs { get; private init; }

    public bool Drops { get; private init; }
}
