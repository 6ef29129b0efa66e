using System.Net.Http.Json;
using LoginVerification.Ports;

namespace LoginVerification.Docs.Tests;

#region sender
internal sealed class GatewaySender(HttpClient http) : ISmsSender
{
    public bool IsLive => true;

    public async Task SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        // No retry here: the outbox retries, and each attempt may cost. The id is the same for each attempt.
        using var answer = await http.PostAsJsonAsync("messages", new { id = message.Id, to = message.To.E164, text = message.Text }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
#endregion
