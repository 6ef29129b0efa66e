#region sender
using System.Net;
using System.Net.Http.Json;
using LoginVerification.Ports;

namespace Example;

public sealed class GatewaySender(HttpClient http) : ISmsSender
{
    public bool IsLive => true;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        // No retry here: the outbox retries, and each attempt may cost. The id is the same for each attempt.
        using var answer = await http.PostAsJsonAsync("messages", new { id = message.Id, to = message.To.E164, text = message.Text }, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.UnprocessableEntity)
            return new SmsReceipt.Rejected(RejectionReason.Refused); // for good: it is not tried again
        answer.EnsureSuccessStatusCode(); // anything else may pass: it is tried again
        return new SmsReceipt.Accepted();
    }
}
#endregion
