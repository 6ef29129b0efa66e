namespace LoginVerification.Exploration;

/// <summary>
/// One thing that is not in a command's favour: a fact, or what was typed. A command that decides alike with it and without it does not
/// depend on it, so that nobody has to say which command reads which fact.
/// </summary>
/// <param name="Name">What is otherwise, for a label.</param>
/// <param name="Kind">What a command that depends on it needs of the state.</param>
/// <param name="Change">The command and the facts with it.</param>
internal sealed record AdverseFact(string Name, AdverseFactKind Kind, Func<EnrolmentCommand, Facts, (EnrolmentCommand Command, Facts Facts)> Change)
{
    /// <summary>The name of a code that is mistyped.</summary>
    public const string WrongCode = "wrong code";

    public static IReadOnlyList<AdverseFact> All { get; } =
    [
        Of(WrongCode, AdverseFactKind.Code, facts => facts with { CodeMatch = CodeMatch.None }),
        Of("superseded code", AdverseFactKind.Code, facts => facts with { CodeMatch = CodeMatch.Superseded }),
        Of("another number's code", AdverseFactKind.Code, facts => facts with { CodeMatch = CodeMatch.Foreign }),
        Of("no device", AdverseFactKind.Device, facts => facts with { DeviceRegistered = false }),
        // As old as no policy lets it be, and not none at all: so the policy's window is asked.
        Of("old authentication", AdverseFactKind.Other, facts => facts with { AuthenticatedAt = facts.Now - PolicyBounds.ReauthenticateWithin.Most }),
        Of("password alone", AdverseFactKind.Other, facts => facts with { Factors = AuthenticationFactors.SingleFactor }),
        Of("code key retired", AdverseFactKind.Other, facts => facts with { CodeKeyRetired = true }),
        Of("number on too many accounts", AdverseFactKind.Other, facts => facts with { OtherAccountsOnNumber = int.MaxValue }),
        Of("country not in the registry", AdverseFactKind.Other, facts => facts with { Service = RegistryService.CountryNotServed }),
        Of("carrier not in the registry", AdverseFactKind.Other, facts => facts with { Service = RegistryService.CarrierNotServed }),
        Of("risk too high", AdverseFactKind.Other, facts => facts with { Risk = Risk.TooHigh }),
        Of("sends held back", AdverseFactKind.Other, facts => facts with { SendAllowance = new SendAllowance(false) }),
        Of("unreadable number", AdverseFactKind.Other, facts => facts with { Number = new PhoneReading.Unreadable(NumberFault.Unreadable) }),
        new("malformed code", AdverseFactKind.Other, (command, facts) => (command is ConfirmCode ? new ConfirmCode("") : command, facts)),
    ];

    private static AdverseFact Of(string name, AdverseFactKind kind, Func<Facts, Facts> change) =>
        new(name, kind, (command, facts) => (command, change(facts)));
}

/// <summary>What a user has to have for the opposite of an adverse fact to be true.</summary>
internal enum AdverseFactKind
{
    /// <summary>Nothing: it may be so or not at any time.</summary>
    Other,

    /// <summary>The SMS arrived: nobody types the right code before.</summary>
    Code,

    /// <summary>A registered device.</summary>
    Device,
}
