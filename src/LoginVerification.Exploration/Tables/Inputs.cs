using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// All that can be put to an enrolment: every probe of the deciders, for every number and under every adverse fact, and every timer.
/// </summary>
internal static class Inputs
{
    /// <summary>Where a user is before it is known where: with every gate open all surfaces are one.</summary>
    public static Surface Anywhere { get; } = Surface.Parse("anywhere");

    /// <param name="numbers">How many numbers there are.</param>
    /// <param name="limits">Without a cool-down none ends.</param>
    public static IEnumerable<Input> All(int numbers, EnrolmentLimits limits) =>
    [
        .. Enum.GetValues<EnrolmentAction>().SelectMany(action => Probes.For(action, limits.Code.Digits)).SelectMany(probe => Of(probe, Initiator.User, numbers)),
        .. Probes.OfTheWorld.SelectMany(probe => Of(probe.Command, probe.By, numbers)),
        .. Passing.All.Where(passing => (int)passing.Slot < numbers && (passing.Timer is not Timer.CoolDown || limits.CoolDownAfterRemoval > Duration.Zero)).Select(passing => new Input
        {
            Family = $"{passing.Timer} over",
            Actor = Actor.Time,
            Passing = passing,
            Number = passing.Timer is Timer.Lock or Timer.CoolDown ? null : passing.Slot,
        }),
    ];

    private static IEnumerable<Input> Of(EnrolmentCommand command, Initiator by, int numbers)
    {
        for (var slot = Slot.First; (int)slot < numbers; slot++)
        {
            var favourable = new Input { Family = FamilyOf(command, by), Actor = ActorOf(by), Command = command, Facts = Favourable(by, slot), Number = slot };
            yield return favourable;
            if (by is not Initiator.User)
                continue;
            foreach (var adverse in AdverseFact.All)
            {
                var (changed, facts) = adverse.Change(command, favourable.Facts);
                yield return favourable with { Command = changed, Facts = facts, Adverse = adverse };
            }
        }
    }

    private static Facts Favourable(Initiator by, Slot slot) =>
        new(new Origin(ShapeSpace.Now, by, by is Initiator.User ? Anywhere : null), ChallengeSeed.Placeholder)
        {
            AuthenticatedAt = by is Initiator.User ? ShapeSpace.Now : null,
            Factors = AuthenticationFactors.MultiFactor,
            Number = new PhoneReading.Readable(SampleNumbers.All[(int)slot]),
            DeviceRegistered = true,
            CodeMatch = CodeMatch.Current,
        };

    private static Actor ActorOf(Initiator by) => by switch
    {
        Initiator.User => Actor.User,
        Initiator.Time => Actor.Time,
        Initiator.Carrier => Actor.Environment,
        _ => Actor.Operator,
    };

    private static string FamilyOf(EnrolmentCommand command, Initiator by)
    {
        var channel = command is UserCommand { Choice.Channel: { } asked } ? $" {asked}" : "";
        var staff = by is Initiator.Operator && command is UserCommand ? " by staff" : "";
        return $"{command.GetType().Name}{channel}{staff}";
    }
}
