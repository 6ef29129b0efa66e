using LoginVerification.PhoneNumbers;

namespace LoginVerification.Tests;

/// <summary>Every adapter that Core and PhoneNumbers ship keeps what its port promises: one row a clause.</summary>
public sealed class PortContractTests
{
    private static readonly Dictionary<string, PortContract> Contracts = new()
    {
        [nameof(InMemoryEnrolments)] = new InMemoryEnrolmentsContract(),
        [nameof(TextStore)] = new TextStoreContract(),
        [nameof(ConsoleSmsSender)] = new ConsoleSmsSenderContract(),
        [nameof(ConsoleNotifier)] = new ConsoleNotifierContract(),
        [nameof(LibPhoneNumberReader)] = new LibPhoneNumberReaderContract(),
        ["NoCountryRegistry"] = new NoCountryRegistryContract(),
        ["NoPushSender"] = new NoPushSenderContract(),
        ["NoRiskSignal"] = new NoRiskSignalContract(),
        ["NoSendLimiter"] = new NoSendLimiterContract(),
    };

    public static TheoryData<string, string> Clauses
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (adapter, contract) in Contracts)
            {
                foreach (var clause in contract.Clauses)
                    rows.Add(adapter, clause.Name);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task The_adapter_keeps_the_clause(string adapter, string clause) => Contracts[adapter].CheckAsync(clause);
}
