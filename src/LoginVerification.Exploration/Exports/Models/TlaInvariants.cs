using static LoginVerification.Exploration.TlaSyntax;

namespace LoginVerification.Exploration;

/// <summary>
/// The explorer's properties that speak of single states. What nothing bounds is not counted, so that it never exceeds a bound: where the explorer says that
/// the policy violates such a property, an invariant would hold. It is left out.
/// </summary>
internal sealed class TlaInvariants(ExplorationScale scale)
{
    private readonly bool areTriesBounded = scale.WrongTries != PolicyLimits.Unlimited;
    private readonly bool areSendsBounded = scale.SendsPerNumber != PolicyLimits.Unlimited;

    public IEnumerable<string> Names =>
    [
        "TypeOK", "EnabledImpliesVerifiedPhone", "EnabledIffChannel",
        .. areTriesBounded ? [nameof(TriesBounded)] : Array.Empty<string>(),
        .. areSendsBounded ? [nameof(SendsBounded)] : Array.Empty<string>(),
    ];

    /// <summary>What is not there, and why.</summary>
    public IEnumerable<string> LeftOut
    {
        get
        {
            if (!areTriesBounded)
                yield return $"{nameof(TriesBounded)} is left out: the policy violates it, for it does not bound wrong codes, and they are not counted here.";
            if (!areSendsBounded)
                yield return $"{nameof(SendsBounded)} is left out: the policy violates it, for it does not bound codes to a number, and few of them are counted here.";
        }
    }

    public IEnumerable<string> Definitions(IReadOnlyList<(string Name, string Values)> variables)
    {
        var hasChannel = $"({Components.Channel} # {Components.ChannelNone})";
        return
        [
            .. Junction("TypeOK", "/\\", variables.Select(variable => $"{variable.Name} \\in {variable.Values}")),
            $"EnabledImpliesVerifiedPhone == {hasChannel} => {Components.Verified}",
            $"EnabledIffChannel == {Formula(ModelNames.StateIs(EnrolmentState.VerificationEnabled))} <=> {hasChannel}",
            .. areTriesBounded ? [$"{nameof(TriesBounded)} == {Components.WrongTries} <= {scale.WrongTries}"] : Array.Empty<string>(),
            .. areSendsBounded ? Junction(nameof(SendsBounded), "/\\", Sends()) : [],
        ];
    }

    private IEnumerable<string> Sends() =>
    [
        $"{Components.FirstSends} <= {scale.SendsPerNumber}",
        $"{Components.SecondSends} <= {scale.SendsPerNumber}",
        .. scale.SendsPerAccount == PolicyLimits.Unlimited ? [] : new[] { $"{Components.FirstSends} + {Components.SecondSends} <= {scale.SendsPerAccount}" },
    ];
}
