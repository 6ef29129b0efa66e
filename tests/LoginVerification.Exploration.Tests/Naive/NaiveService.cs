using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>The real service, before which an account stands as it does in a place.</summary>
internal sealed class NaiveService(NaivePolicy policy, int numbers) : IDisposable
{
    private readonly NaiveClock clock = new(policy.Document);
    private readonly RealService real = new(EnrolmentPolicy.Create(Servable(policy.Document)));

    /// <summary>How many numbers an account comes to know.</summary>
    public int Numbers => numbers;

    public Surroundings Surroundings => real.Surroundings;

    /// <summary>How many other accounts have any number.</summary>
    public int OtherAccounts
    {
        set => real.Store.OtherAccounts = value;
    }

    public IReadOnlyList<PhoneDetails> PhonesOf(NaivePlace place) => [.. policy.Classes[place.Class].Phones.Take(numbers)];

    /// <summary>A world in which all is well.</summary>
    public void Stand(NaivePlace place)
    {
        Surroundings.Numbers = policy.Classes[place.Class].Phones;
        Surroundings.Attributes = policy.Classes[place.Class].Account;
        Surroundings.Risk = Risk.Acceptable;
        Surroundings.Service = RegistryService.Served;
        Surroundings.Allowance = SendAllowance.Yes;
        real.Store.HasDevice = place.Device;
        OtherAccounts = 0;
    }

    /// <summary>The account of a place as it is stored; a pending number whose time is up lapses.</summary>
    public Enrolment Write(NaivePlace place, bool lapses = false) => clock.Write(place.Account, PhonesOf(place), lapses);

    public Outcome Give(Enrolment before, Caller caller, EnrolmentCommand command) => real.Give(before, caller, command);

    /// <summary>Whether a number that the account does not know is taken on a surface.</summary>
    public bool TakesAnother(NaivePlace place, Surface surface, PhoneDetails another)
    {
        Stand(place);
        Surroundings.Numbers = [.. PhonesOf(place), another];
        return Give(Write(place), Caller.User(NaiveAccount.Id, surface, NaiveClock.Noon, AuthenticationFactors.MultiFactor), new SubmitPhone(another.Number.E164)).Refusal is null;
    }

    /// <summary>The code of a challenge, as its SMS has it.</summary>
    public string CodeOf(AccountId account, Challenge challenge) => real.CodeOf(account, challenge);

    /// <summary>A code that none of the challenges has.</summary>
    public string CodeBeside(AccountId account, IEnumerable<Challenge> challenges) => real.CodeBeside(account, challenges);

    /// <summary>Where the user stands once something came of a command, on the same page.</summary>
    public NaivePlace After(NaivePlace place, Outcome came)
    {
        var sends = came.Owed.Any(owed => owed.Effect is OutboxEffect.SendCode) && !(place.Sms == NaivePlace.Arrived && came.Events.Any(happened => happened is CodeResent));
        return Moved(place, clock.Read(came.After, PhonesOf(place)), sends);
    }

    /// <summary>Where the user stands once each of the timers that run is over.</summary>
    public IEnumerable<(string Timer, NaivePlace After)> Timers(NaivePlace place) =>
        clock.Timers(place.Account).Select(timer => (timer.Timer, Moved(place, timer.After, sends: false)));

    /// <summary>All that tells two outcomes apart.</summary>
    public string What(NaivePlace place, Outcome came) =>
        $"{string.Join(", ", came.Events.Select(happened => happened.Trigger))}: {clock.Read(came.After, PhonesOf(place))}";

    public void Dispose() => real.Dispose();

    /// <summary>The service issues no code that lives longer than 10 minutes. Here nobody looks at a clock but <see cref="NaiveClock"/>, which knows how long one lives.</summary>
    private static PolicyDocument Servable(PolicyDocument policy) => policy with { Code = policy.Code with { Life = Duration.Min(policy.Code.Life, Duration.FromMinutes(10)) } };

    /// <summary>An SMS is followed as long as it matters: while its code is taken, or where a screen asks for it.</summary>
    private NaivePlace Moved(NaivePlace place, NaiveAccount after, bool sends) => place with
    {
        Account = after,
        Sms = sends ? NaivePlace.OnItsWay : clock.IsTaken(after) || (policy.AsksForDelivery && after.HasPending) ? place.Sms : NaivePlace.NoSms,
    };
}
