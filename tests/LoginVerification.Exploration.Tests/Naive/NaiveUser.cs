namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Gives every command that a page offers, as it should be and with every mishap.</summary>
internal sealed class NaiveUser(NaivePolicy policy, NaiveService service)
{
    private readonly NaiveCodes codes = new(policy, service);

    /// <param name="place">Where the user stands.</param>
    /// <param name="screen">The page.</param>
    /// <param name="offer">What it offers.</param>
    /// <param name="look">Sees everything that is tried.</param>
    public IEnumerable<NaiveStep> Steps(NaivePlace place, ScreenDocument screen, ScreenAction offer, Action<NaiveTried> look)
    {
        var caller = Caller.User(NaiveAccount.Id, Surface.Parse(place.Surface), NaiveClock.Noon, AuthenticationFactors.MultiFactor);
        var all = Asked(offer.Action, place).ToList();
        var usual = new Dictionary<string, RefusalCode?>();
        service.Stand(place);
        foreach (var asked in all)
        {
            var came = service.Give(asked.Before, caller, asked.Command);
            var accepted = came.Refusal is null;
            usual[asked.Label] = came.Refusal?.Code;
            look(new NaiveTried(place, screen, asked.Label, asked.Command, asked.Before, Initiator.User, came) { IsAstray = asked.IsAstray, IsRefusedAnyway = asked.IsAstray && usual[all[0].Label] == came.Refusal?.Code });
            // A wrong code counts, and is not accepted: the user stays.
            if (came.Happens && asked.CanBeTyped)
                yield return new NaiveStep(asked.Label, NaiveKind.User, service.After(place, came) with { Screen = accepted ? offer.Then ?? place.Screen : place.Screen }) { Accepted = accepted ? asked.Command.Choice : null, IsAstray = asked.IsAstray };
        }

        foreach (var mishap in NaiveMishaps.Of(offer.Action))
        {
            foreach (var asked in all.Where(asked => !asked.IsAstray))
            {
                service.Stand(place);
                var (badCaller, badCommand, badBefore) = NaiveMishaps.Suffer(mishap, caller, asked, service);
                var label = $"{asked.Label}, {mishap}";
                var came = service.Give(badBefore, badCaller, badCommand);
                look(new NaiveTried(place, screen, label, badCommand, badBefore, Initiator.User, came) { IsAstray = true, IsRefusedAnyway = usual[asked.Label] == came.Refusal?.Code });
                Assert.True(!came.Happens || came.Refusal is null, $"{place}: {label}");
                // A step that goes well nonetheless is the same step, unless something else comes of it.
                service.Stand(place);
                if (came.Happens && service.What(place, came) != service.What(place, service.Give(asked.Before, caller, asked.Command)))
                    yield return new NaiveStep(label, NaiveKind.User, service.After(place, came) with { Screen = offer.Then ?? place.Screen }) { IsAstray = true };
            }
        }
    }

    private IEnumerable<NaiveAsked> Asked(EnrolmentAction action, NaivePlace place)
    {
        var enrolment = service.Write(place);
        return action switch
        {
            EnrolmentAction.SubmitPhone => service.PhonesOf(place).Take(place.Account.Numbers.Count + 1).Select((phone, index) => new NaiveAsked($"submit {index}", new SubmitPhone(phone.Number.E164), enrolment)),
            EnrolmentAction.ConfirmCode => Codes(codes.WithOthers(enrolment, place), place),
            EnrolmentAction.ResendCode => [new NaiveAsked("resend", new ResendCode(), enrolment)],
            EnrolmentAction.CancelPending => [new NaiveAsked("cancel", new CancelPending(), enrolment)],
            EnrolmentAction.EnableVerification => [new NaiveAsked("enable SMS", new EnableVerification(VerificationChannel.Sms), enrolment), new NaiveAsked("enable push", new EnableVerification(VerificationChannel.AppPush), enrolment)],
            EnrolmentAction.ChangeChannel => [new NaiveAsked("change to SMS", new ChangeChannel(VerificationChannel.Sms), enrolment), new NaiveAsked("change to push", new ChangeChannel(VerificationChannel.AppPush), enrolment)],
            EnrolmentAction.DisableVerification => [new NaiveAsked("disable", new DisableVerification(), enrolment)],
            _ => [new NaiveAsked("remove", new RemovePhone(), enrolment)],
        };
    }

    /// <summary>Where every code that lives is taken, an earlier one is no step of its own: it does what the newest one does.</summary>
    private bool TakesEarlier => policy.Document.Code.OnResend is ResendMode.NewBesideEarlier;

    /// <summary>The right code first.</summary>
    private IEnumerable<NaiveAsked> Codes(Enrolment enrolment, NaivePlace place) =>
    [
        new NaiveAsked("right code", codes.Right(enrolment), enrolment) { CanBeTyped = place.Sms is NaivePlace.Arrived or NaivePlace.NoSms },
        new NaiveAsked("superseded code", codes.Superseded(enrolment), enrolment) { IsAstray = true, CanBeTyped = !TakesEarlier },
        new NaiveAsked("another number's code", codes.OfAnotherNumber(enrolment), enrolment) { IsAstray = true },
        new NaiveAsked("wrong code", codes.Wrong(enrolment), enrolment) { IsAstray = true },
    ];
}
