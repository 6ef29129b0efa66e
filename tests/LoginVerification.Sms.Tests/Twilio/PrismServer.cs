using LoginVerification.Sms.Tests.Programs;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>A server made from Twilio's own description of its Messages API: it takes what fits the description, and answers as the description says.</summary>
public sealed class PrismServer : IAsyncLifetime
{
    private RunningProgram? program;

    internal Uri Address { get; private set; } = new("http://127.0.0.1:9/");

    internal IReadOnlyList<string> Lines => program?.Lines ?? [];

    public async Task InitializeAsync()
    {
        if (Needs.Missing(Needs.Prism) is not null)
            return;
        var port = FreePorts.Take(1)[0];
        // "errors": what does not fit is answered with an error, not with a warning in the log.
        program = RunningProgram.Start("node", Path.GetTempPath(), Needs.PrismScript, "mock", "--errors", "--host", "127.0.0.1", "--port", $"{port}", Needs.TwilioDescription);
        await program.WaitForLineAsync("Prism is listening");
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    public Task DisposeAsync()
    {
        program?.Dispose();
        return Task.CompletedTask;
    }
}
