namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>No command is forgotten.</summary>
public class ProbesTests
{
    [Fact]
    public void Every_command_is_put_to_every_shape_but_the_import_of_a_host_and_what_no_screen_offers()
    {
        var commands = typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract).ToHashSet();

        var probed = Enum.GetValues<EnrolmentAction>().SelectMany(action => Probes.For(action, 6)).Concat(Probes.OfTheWorld.Select(probe => probe.Command)).Select(command => command.GetType());

        // Screens offer the commands of users. An owner's, a device's, and those of who signs in are given on any page.
        Type[] offeredByNoScreen = [typeof(OwnerCommand), typeof(SignInCommand), typeof(DeviceCommand)];
        Assert.Equal(commands.Where(type => type != typeof(ImportVerifiedPhone) && !offeredByNoScreen.Any(type.IsSubclassOf)).Select(type => type.Name).Order(), probed.Select(type => type.Name).Distinct().Order());
    }

    [Fact]
    public void Every_channel_is_asked_for()
    {
        foreach (var action in new[] { EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel })
            Assert.Equal(Enum.GetValues<VerificationChannel>(), Probes.For(action, 6).Select(probe => probe.Choice.Channel!.Value));
    }

    [Fact]
    public void Staff_are_asked_for_all_that_staff_may_do()
    {
        var byStaff = Probes.OfTheWorld.Where(probe => probe.By is Initiator.Operator).Select(probe => probe.Command.GetType().Name);

        Assert.Equal(["CancelPending", "DisableVerification", "RemovePhone", "RestoreDelivery", "Unlock"], byStaff.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_probe_is_somebodys_to_give()
    {
        foreach (var (command, by) in Probes.OfTheWorld)
            Authority.Ensure(new Origin(ShapeSpace.Now, by, null), command);
    }

    [Fact]
    public void Every_fact_can_speak_against_a_command()
    {
        var favourable = Inputs.All(numbers: 1, ShippedPolicies.Consistent.Limits).First(input => input.Adverse is null).Facts!;
        // Who, when and where is the surface's part, a fresh challenge is none, the clock tells the age of an authentication alone, and reserved numbers do not arise.
        // What an account is belongs to its class. What is known of backup codes and of devices' signatures is for commands that no screen offers.
        string[] others =
        [
            nameof(Facts.Origin), nameof(Facts.Fresh), nameof(Facts.Clock), nameof(Facts.SenderIsLive), nameof(Facts.Account),
            nameof(Facts.BackupCode), nameof(Facts.NewBackupCodes), nameof(Facts.SignatureIsValid), nameof(Facts.TokenIsValid), nameof(Facts.DeviceKey),
        ];
        var facts = typeof(Facts).GetProperties().Where(fact => fact.SetMethod is not null && !others.Contains(fact.Name)).ToList();

        var changed = AdverseFact.All.Select(against => against.Change(new ConfirmCode("000000"), favourable).Facts).ToList();

        Assert.All(facts, fact => Assert.Contains(changed, against => !Equals(fact.GetValue(against), fact.GetValue(favourable))));
        Assert.Equal(Enum.GetValues<CodeMatch>().Except([CodeMatch.Current]).Order(), changed.Select(against => against.CodeMatch).Except([CodeMatch.Current]).Order());
        Assert.Equal([RegistryService.CountryNotServed, RegistryService.CarrierNotServed], changed.Select(against => against.Service).Distinct().Except([RegistryService.Unknown]));
    }
}
