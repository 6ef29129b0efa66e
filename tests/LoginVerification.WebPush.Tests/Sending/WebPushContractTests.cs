using LoginVerification.Testing;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>The sender keeps what its port promises: one row a clause.</summary>
public sealed class WebPushContractTests
{
    public static TheoryData<string> Clauses
    {
        get
        {
            using var app = new Subscriber();
            return [.. new Contract(app, null!).Clauses.Select(clause => clause.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public async Task The_sender_keeps_the_clause(string clause)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        await new Contract(app, host).CheckAsync(clause);
    }

    private sealed class Contract(Subscriber app, ServiceProvider host) : PushSenderContract
    {
        protected override PushAddress Address => app.Address;

        protected override IPushSender Open() => host.GetRequiredService<IPushSender>();
    }
}
