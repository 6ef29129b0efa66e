using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads what is stated of an account: <c>--account NAME=VALUE</c>, once for each attribute.</summary>
internal static class AccountInput
{
    private const string Form = "Write NAME=VALUE, once for each attribute.";

    /// <summary>What is stated; what is wrong with it is complained about.</summary>
    public static ValueList<AttributeValue> Read(EnrolmentPolicy? policy, IReadOnlyList<string> written, InputReading input)
    {
        var stated = new List<AttributeValue>();
        foreach (var part in written)
        {
            if (part.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } value])
                input.Complain($"--account {Shown.Quoted(part)} is no attribute with its value. {Form}");
            else if (stated.Any(known => known.Name == name))
                input.Complain($"--account states {Shown.Quoted(name)} twice. {Form}");
            else
                stated.Add(new AttributeValue(name, value));
        }

        foreach (var complaint in policy is null ? [] : stated.Select(attribute => PolicyAccounts.Complaint(policy, attribute)).OfType<string>())
            input.Complain($"--account: {Shown.WithoutNumbers(complaint)}");
        return [.. stated];
    }
}
