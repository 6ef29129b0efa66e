namespace LoginVerification.Exploration;

/// <summary>What a rule says to a number of an account, in the order in which it is told. It tells classes apart.</summary>
internal enum RuleAnswer
{
    Allows,

    /// <summary>It does not speak of them, and where it speaks it tells channels apart.</summary>
    Silent,
    NotTheCountry,
    NotTheCarrier,
    NotTheLine,
}

/// <summary>Asks rules.</summary>
internal static class RuleAnswers
{
    /// <summary>Whether a rule speaks of a number and an account, as far as those decide that.</summary>
    public static bool SpeaksOf(this GatingRule rule, PhoneDetails number, ValueList<AttributeValue> account) =>
        rule.Concerns(number) && rule.When?.HoldsOfAccount(new Asker(DeviceRegistered: false, account)) is not false;

    /// <summary>The answer. A rule that does not speak allows, and over every channel.</summary>
    public static RuleAnswer AnswerTo(this GatingRule rule, PhoneDetails number, ValueList<AttributeValue> account)
    {
        if (!rule.SpeaksOf(number, account))
            return rule.Channels.Kind is SelectionKind.Any ? RuleAnswer.Allows : RuleAnswer.Silent;
        return rule.Refuses(number) switch
        {
            null => RuleAnswer.Allows,
            RefusalCode.CountryNotServed => RuleAnswer.NotTheCountry,
            RefusalCode.CarrierNotServed => RuleAnswer.NotTheCarrier,
            _ => RuleAnswer.NotTheLine,
        };
    }
}
