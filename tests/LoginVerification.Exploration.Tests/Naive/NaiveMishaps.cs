using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What can go wrong beside what a user asks for.</summary>
internal static class NaiveMishaps
{
    public static IEnumerable<string> Of(EnrolmentAction action) => action switch
    {
        EnrolmentAction.SubmitPhone => ["old authentication", "password alone", "no country", "no carrier", "risk", "held back", "no number", "retired key"],
        EnrolmentAction.ResendCode => ["old authentication", "password alone", "no country", "no carrier", "risk", "held back", "retired key"],
        EnrolmentAction.ConfirmCode => ["old authentication", "password alone", "crowd", "retired key", "malformed"],
        _ => ["old authentication", "password alone"],
    };

    /// <summary>Has it happen: the world is another one, or the caller, the command or the account is.</summary>
    public static (Caller Caller, EnrolmentCommand Command, Enrolment Before) Suffer(string mishap, Caller caller, NaiveAsked asked, NaiveService service)
    {
        switch (mishap)
        {
            case "old authentication":
                return (Caller.User(NaiveAccount.Id, caller.Surface!, NaiveClock.Noon - Duration.FromDays(1), AuthenticationFactors.MultiFactor), asked.Command, asked.Before);
            case "password alone":
                return (Caller.User(NaiveAccount.Id, caller.Surface!, NaiveClock.Noon), asked.Command, asked.Before);
            case "no country":
                service.Surroundings.Service = RegistryService.CountryNotServed;
                break;
            case "no carrier":
                service.Surroundings.Service = RegistryService.CarrierNotServed;
                break;
            case "risk":
                service.Surroundings.Risk = Risk.TooHigh;
                break;
            case "held back":
                service.Surroundings.Allowance = new SendAllowance(false);
                break;
            case "crowd":
                service.OtherAccounts = 1000;
                break;
            case "no number":
                return (caller, new SubmitPhone("none"), asked.Before);
            case "malformed":
                return (caller, new ConfirmCode("none"), asked.Before);
            default:
                return (caller, asked.Command, NaiveCodes.WithoutKey(asked.Before));
        }

        return (caller, asked.Command, asked.Before);
    }
}
