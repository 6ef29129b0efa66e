using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>
/// A provider that hangs, answers after the lease, delivers and then fails, or refuses for good: how many SMS go out and how many requests and
/// messages of others are held up. The service and its loop run for two minutes under a clock that moves only when nobody else does.
/// </summary>
public sealed class UnreliableProviderTests(ITestOutputHelper output)
{
    private const string Victim = "+972502345678";
    private const int Others = 20;
    private const int Minutes = 2;

    public static TheoryData<string, int, int, string> Behaviours => new()
    {
        // what the provider does with one number, how often that number is tried, how often it rings, what the owner is told at the end
        { "hangs for ever", 6, 0, "Waiting" },
        { "answers after the lease", 6, 6, "Waiting" },
        { "delivers and then fails", 6, 6, "Waiting" },
        { "delivers once and then fails once", 2, 2, "Sent" },
        { "refuses for good", 1, 0, "Failed" },
        { "answers that the holder opted out", 1, 0, "Failed" },
        { "answers at once", 1, 1, "Sent" },
    };

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task A_provider_that(string behaviour, int mostAttempts, int mostRings, string told)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await host.VerifyAsync("web", "+972522345678", "whose notices wait");
        var provider = new Provider(host, behaviour);
        host.Phone.Hang = provider.TakeAsync;
        host.Phone.Answer = provider.Answer;

        var requests = new List<(Task<EnrolmentResult> Request, DateTimeOffset Began)> { (host.As("web", new SubmitPhone(Victim)), host.Time.GetUtcNow()) };
        for (var other = 0; other < Others; other++)
            requests.Add((host.As("web", new SubmitPhone($"+9725023{other:00000}"), $"account {other}"), host.Time.GetUtcNow()));
        var heldUp = new Dictionary<Task, TimeSpan>();
        var loop = RunLoopAsync(host);
        while (!loop.IsCompleted)
        {
            await Task.Delay(1);
            await Task.Delay(1);
            foreach (var (request, began) in requests.Where(entry => entry.Request.IsCompleted))
                heldUp.TryAdd(request, host.Time.GetUtcNow() - began);
            host.Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        await loop;
        var othersRang = Enumerable.Range(0, Others).Count(other => host.Phone.Messages.Count(message => message.To.E164 == $"+9725023{other:00000}") == 1);
        output.WriteLine(
            $"{behaviour}: {provider.Attempts} attempts, {provider.Rings} SMS, request held up {heldUp[requests[0].Request].TotalSeconds:0.0} s; {othersRang} of {Others} others once, their requests at most {requests.Skip(1).Max(entry => heldUp[entry.Request]).TotalSeconds:0.0} s; {host.Owner.Notices.Count} notice.");

        Assert.InRange(provider.Attempts, 1, mostAttempts);
        Assert.InRange(provider.Rings, Math.Min(mostRings, 1), mostRings);
        Assert.Equal(Others, othersRang);
        Assert.True(heldUp[requests[0].Request] <= TimeSpan.FromSeconds(4), "The request waited longer than it may.");
        Assert.All(requests.Skip(1), entry => Assert.True(heldUp[entry.Request] <= TimeSpan.FromSeconds(1), "Another's request was held up."));
        Assert.Contains(NoticeKind.PhoneVerified, host.Owner.Notices);
        Assert.Equal(told, (await host.StatusAsync()).CodeDelivery.ToString());
        Assert.Single(host.Phone.Messages.Where(message => message.To.E164 == Victim).Select(message => message.Id).Append(provider.Id).Distinct());
    }

    private static async Task RunLoopAsync(ServiceHost host)
    {
        var end = host.Time.GetUtcNow() + TimeSpan.FromMinutes(Minutes);
        while (host.Time.GetUtcNow() < end)
        {
            if (await host.Dispatcher.DispatchDueAsync() == 0)
                await Task.Delay(TimeSpan.FromSeconds(5), host.Time);
        }
    }

    /// <summary>Behaves towards one number, and serves the others at once.</summary>
    private sealed class Provider(ServiceHost host, string behaviour)
    {
        public int Attempts { get; private set; }

        public int Rings { get; private set; }

        public string Id { get; private set; } = "";

        public async Task TakeAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            if (message.To.E164 != Victim)
                return;
            (Attempts, Id) = (Attempts + 1, message.Id);
            switch (behaviour)
            {
                case "hangs for ever":
                    await new TaskCompletionSource().Task;
                    break;
                case "answers after the lease":
                    Rings++;
                    await Task.Delay(TimeSpan.FromSeconds(31), host.Time, CancellationToken.None);
                    break;
                case "delivers and then fails":
                    Rings++;
                    throw new HttpRequestException("connection reset");
                case "delivers once and then fails once" when ++Rings == 1:
                    throw new HttpRequestException("connection reset");
                case "answers at once":
                    Rings++;
                    break;
            }
        }

        public SmsReceipt Answer(SmsMessage message) => message.To.E164 != Victim ? new SmsReceipt.Accepted() : behaviour switch
        {
            "refuses for good" => new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
            "answers that the holder opted out" => new SmsReceipt.OptedOut(),
            _ => new SmsReceipt.Accepted(),
        };
    }
}
