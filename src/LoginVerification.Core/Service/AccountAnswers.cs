using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>Asks the host what it knows of an account, where the policy has attributes to ask for. What it does not answer nobody knows.</summary>
internal sealed partial class AccountAnswers(IAccountAttributes port, EnrolmentPolicy policy, PortCalls calls, ILogger logger)
{
    private readonly IReadOnlyList<AccountAttribute> declared = policy.Document.AccountAttributes;

    public async ValueTask<ValueList<AttributeValue>> AskAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (declared.Count == 0)
            return [];
        var answer = await calls.AskAsync<IAccountAttributes, IReadOnlyDictionary<string, string>?>(
            port, async (attributes, token) => await attributes.ReadAsync(account, token).ConfigureAwait(false), stated => stated is not null, cancellationToken).ConfigureAwait(false);
        return answer.IsGiven ? Stated(answer.Value!) : [.. declared.Select(attribute => new AttributeValue(attribute.Name, null))];
    }

    private ValueList<AttributeValue> Stated(IReadOnlyDictionary<string, string> answer)
    {
        List<AttributeValue> stated = [];
        foreach (var attribute in declared)
        {
            if (!answer.TryGetValue(attribute.Name, out var value))
                continue;
            if (value is null || !attribute.Values.Contains(value))
            {
                LogNoValue(logger, attribute.Name);
                value = null;
            }

            stated.Add(new AttributeValue(attribute.Name, value));
        }

        return stated.ToValueList();
    }

    [LoggerMessage(12, LogLevel.Warning, "IAccountAttributes answered a value of {Attribute} that the policy does not declare; every rule that asks for it speaks.")]
    private static partial void LogNoValue(ILogger logger, string attribute);
}
