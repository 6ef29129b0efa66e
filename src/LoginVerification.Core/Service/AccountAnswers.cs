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
        // The host's dictionary is its own code, and read where it may throw.
        var answer = await calls.AskAsync<IAccountAttributes, IReadOnlyList<AttributeValue>?>(
            port, async (attributes, token) => Stated(await attributes.ReadAsync(account, token).ConfigureAwait(false)), stated => stated is not null, cancellationToken).ConfigureAwait(false);
        return [.. answer.IsGiven ? answer.Value!.Select(Declared) : declared.Select(attribute => new AttributeValue(attribute.Name, null))];
    }

    private IReadOnlyList<AttributeValue>? Stated(IReadOnlyDictionary<string, string>? answer) =>
        answer is null ? null : [.. declared.Select(attribute => new AttributeValue(attribute.Name, answer.GetValueOrDefault(attribute.Name)))];

    /// <summary>A value that is left out, or that the policy does not declare, nobody knows.</summary>
    private AttributeValue Declared(AttributeValue stated)
    {
        if (stated.Value is not null && declared.First(attribute => attribute.Name == stated.Name).Values.Contains(stated.Value))
            return stated;
        if (port is not NoAnswers)
            LogNoValue(logger, stated.Name);
        return stated with { Value = null };
    }

    [LoggerMessage(12, LogLevel.Warning, "IAccountAttributes answered no value of {Attribute} that the policy declares; every rule that asks for it speaks.")]
    private static partial void LogNoValue(ILogger logger, string attribute);
}
