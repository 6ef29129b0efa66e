using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.WebPush.Tests.Service;

/// <summary>A push service on this machine, by https under the names of real ones: it keeps what it was asked, and answers as the test says, badly as well.</summary>
internal sealed class PushService : IAsyncDisposable
{
    public const string Host = "fcm.googleapis.com";

    private readonly ConcurrentQueue<Push> pushes = new();
    private readonly CancellationTokenSource ending = new();
    private readonly X509Certificate2 certificate = MakeCertificate();
    private readonly WebApplication app;

    private PushService()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, port => port.UseHttps(certificate)));
        app = builder.Build();
        app.Run(ServeAsync);
    }

    /// <summary>What the next pushes are answered, by their number from 1 on.</summary>
    public Func<int, PushAnswering> Answer { get; set; } = _ => new PushAnswering(201);

    public IReadOnlyList<Push> Pushes => [.. pushes];

    public string Thumbprint => certificate.Thumbprint;

    public int Port => new Uri(app.Urls.Single()).Port;

    public static async Task<PushService> StartAsync(int status = 201)
    {
        var service = new PushService { Answer = _ => new PushAnswering(status) };
        await service.app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await app.DisposeAsync();
        certificate.Dispose();
        ending.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        pushes.Enqueue(new Push(
            http.Request.Method, http.Request.Host.Value!, http.Request.Path.Value!, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        var answer = Answer(pushes.Count);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ending.Token);
        try
        {
            if (answer.Hangs)
                await Task.Delay(Timeout.Infinite, gone.Token);
            if (answer.Drops)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                http.Response.Headers[name] = value;
            await http.Response.WriteAsync(answer.Body, gone.Token);
            if (answer.Trickles)
            {
                await http.Response.Body.FlushAsync(gone.Token);
                await Task.Delay(Timeout.Infinite, gone.Token);
            }
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

/// <summary>What the push service was asked.</summary>
internal sealed record Push(string Method, string Host, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>What it answers.</summary>
internal sealed record PushAnswering(int Status, string Body = "")
{
    public static PushAnswering Hang { get; } = new(0) { Hangs = true };

    public static PushAnswering Drop { get; } = new(0) { Drops = true };

    public Dictionary<string, string> Headers { get; init; } = [];

    public bool Hangs { get; private init; }

    public bool Drops { get; private init; }

    /// <summary>It answers, and then never ends its body.</summary>
    public bool Trickles { get; init; }
}
