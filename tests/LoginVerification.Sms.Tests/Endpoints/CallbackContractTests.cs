using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Sms.Tests.Twilio;
using LoginVerification.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Endpoints;

/// <summary>Both readers keep what their port promises: one row a clause.</summary>
public sealed class CallbackContractTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private static readonly Dictionary<string, SmsCallbacksContract> Contracts = new() { ["Kannel"] = new OfKannel(), ["Twilio"] = new OfTwilio() };

    public static TheoryData<string, string> Clauses
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (gateway, contract) in Contracts)
            {
                foreach (var clause in contract.Clauses)
                    rows.Add(gateway, clause.Name);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task It_keeps_the_clause(string gateway, string clause) => Contracts[gateway].CheckAsync(clause);

    [Fact]
    public void Two_gateways_are_read_side_by_side_and_each_once()
    {
        using var host = Senders.Host(builder => builder
            .UseKannel(settings => Senders.Kannel(settings, Nowhere)).UseTwilio(settings => Senders.Twilio(settings, Nowhere)).UseKannel(_ => { }));
        Assert.Equal(["kannel", "twilio"], host.GetServices<ISmsCallbacks>().Select(callbacks => callbacks.Provider).Order());
    }

    private sealed class OfKannel : SmsCallbacksContract
    {
        protected override CallbackRequest Proved => new("https://example.com/sms/kannel", $"?secret={Senders.CallbackSecret}&id=a&dlr=1", [], _ => null);

        protected override ISmsCallbacks Open() => Senders.KannelHost(Nowhere).GetServices<ISmsCallbacks>().Single();
    }

    private sealed class OfTwilio : SmsCallbacksContract
    {
        private const string Address = "https://example.com/sms/twilio?id=a";
        private static readonly KeyValuePair<string, string>[] Form = [new("MessageStatus", "delivered")];

        protected override CallbackRequest Proved => new(
            Address, "?id=a", Form, name => name == TwilioCallbacks.SignatureHeader ? Signer.Sign(Address, Form, Senders.AuthToken) : null);

        protected override ISmsCallbacks Open() => Senders.TwilioHost(Nowhere).GetServices<ISmsCallbacks>().Single();
    }
}
