using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>
/// A second explorer, written from the policy's page and the definitions of the properties alone. It has a queue, a dictionary of texts and
/// the real service, to which it gives every command; nothing is tabulated, grouped, packed or left out because it is known already.
/// </summary>
internal sealed class NaiveExplorer : IDisposable
{
    private readonly PolicyDocument policy;
    private readonly int numbers;
    private readonly NaiveClock clock;
    private readonly RealService real;
    private readonly IReadOnlyDictionary<string, NaiveClass> classes;
    private readonly bool asksForDelivery;
    private readonly Dictionary<string, int> found = [];
    private readonly List<NaivePlace> places = [];
    private readonly List<List<(NaiveKind Kind, int To)>> steps = [];

    public NaiveExplorer(PolicyDocument policy, int numbers)
    {
        (this.policy, this.numbers) = (policy, numbers);
        clock = new NaiveClock(policy);
        real = new RealService(EnrolmentPolicy.Create(Servable(policy)));
        classes = NaiveClasses.Of(policy);
        asksForDelivery = policy.Surfaces.SelectMany(surface => surface.Screens)
            .Any(screen => screen.Links.Select(link => link.When).Concat(screen.Actions.Select(action => action.When)).Any(when => when?.SmsDelivered is not null));
    }

    /// <summary>An explorer of a policy with the limits of a scale.</summary>
    public static NaiveExplorer At(PolicyDocument policy, ExplorationScale scale) => new(
        policy with
        {
            Code = policy.Code with { WrongTries = scale.WrongTries, Digits = Math.Max(6, policy.Code.Digits) },
            Lock = policy.Lock with { EveryFailures = scale.EveryFailures, FinalFailures = scale.FinalFailures },
            Sending = policy.Sending with { PerNumber = scale.SendsPerNumber, PerAccount = scale.SendsPerAccount },
        },
        scale.Numbers);

    /// <summary>The service issues no code that lives longer than 10 minutes. Here nobody looks at a clock but <see cref="NaiveClock"/>, which knows how long one lives.</summary>
    private static PolicyDocument Servable(PolicyDocument policy) => policy with { Code = policy.Code with { Life = Duration.Min(policy.Code.Life, Duration.FromMinutes(10)) } };

    public int Classes => classes.Count;

    public int States => places.Count;

    public long Edges { get; private set; }

    public int Depth { get; private set; }

    public bool ProtectionEnded { get; private set; }

    /// <summary>What was accepted, and on which screen.</summary>
    public HashSet<string> Accepted { get; } = [];

    /// <summary>Numbers that wait beside one that begins to protect, and steps towards a replacement with an old authentication.</summary>
    public List<string> Planted { get; } = [];

    public bool PlantingTried { get; private set; }

    /// <summary>Ends of protection that nobody is told, or that are told as somebody else's doing.</summary>
    public List<string> SilentEnds { get; } = [];

    /// <summary>Refusals that owe a way out and have, or show, none.</summary>
    public SortedSet<string> DeadEnds { get; } = new(StringComparer.Ordinal);

    public bool RefusalSeen { get; private set; }

    public void Explore()
    {
        foreach (var known in classes.Keys)
        {
            foreach (var surface in policy.Surfaces)
            {
                Find(new NaivePlace(known, surface.Name, surface.Home, NaiveAccount.New, false, NaivePlace.NoSms));
                Find(new NaivePlace(known, surface.Name, surface.Home, NaiveAccount.New, true, NaivePlace.NoSms));
            }
        }

        Walk();
    }

    /// <summary>Explores from the places where an earlier policy left its users.</summary>
    public void ExploreFrom(IEnumerable<NaivePlace> left)
    {
        foreach (var place in left)
            Find(place);
        Walk();
    }

    /// <summary>The places from which somebody can still come to be protected, without the help of adversity.</summary>
    public IReadOnlyList<NaivePlace> Hopeful() => [.. Free(kind => kind is not NaiveKind.Adversity).Select(place => places[place])];

    private void Walk()
    {
        var endOfLevel = places.Count;
        for (var at = 0; at < places.Count; at++)
        {
            if (at == endOfLevel)
            {
                Depth++;
                endOfLevel = places.Count;
            }

            var all = StepsFrom(places[at]).ToList();
            Assert.Equal(all.Count, all.Select(step => step.Label).Distinct().Count());
            Edges += all.Count;
            steps.Add([.. all.Select(step => (step.Kind, Find(step.To)))]);
        }
    }

    /// <summary>How many edges lead back to where they start, and how many states have how many edges into them.</summary>
    public string Pattern()
    {
        var into = new int[places.Count];
        foreach (var (_, to) in steps.SelectMany(known => known))
            into[to]++;
        var loops = steps.Index().Sum(known => known.Item.Count(step => step.To == known.Index));
        return $"{loops} loops; {string.Join(", ", into.CountBy(count => count).OrderBy(count => count.Key).Select(count => $"{count.Value} x {count.Key}"))}";
    }

    public string NoTrap() => Traps(kind => kind is not NaiveKind.Adversity) == 0 ? "Proved" : "Violated";

    public string NoTrapVisible() => Traps(kind => kind is not (NaiveKind.Adversity or NaiveKind.HiddenLink)) == 0 ? "Proved" : "Violated";

    /// <summary>Places of served numbers that can come to be protected with the staff's help alone.</summary>
    public int StaffOnly() => Traps(kind => kind is not (NaiveKind.Adversity or NaiveKind.Staff)) - Traps(kind => kind is not NaiveKind.Adversity);

    public string EnabledReachable() =>
        Served().All(known => places.Any(place => place.Class == known && IsEnabled(place))) ? "Proved" : "Violated";

    public string EveryScreenReachable()
    {
        var seen = places.Select(place => $"{place.Surface}/{place.Screen}").ToHashSet();
        return policy.Surfaces.SelectMany(surface => surface.Screens.Select(screen => $"{surface.Name}/{screen.Name}")).All(seen.Contains) ? "Proved" : "Violated";
    }

    public string LinksCanBeFollowed() => policy.Surfaces.All(surface => surface.Screens.All(screen => screen.Links.Count == 0)) ? "Vacuous" : policy.Surfaces.All(surface => surface.Screens.All(screen => screen.Links.All(link =>
        places.Any(place => place.Surface == surface.Name && place.Screen == screen.Name && Holds(link.When, place))))) ? "Proved" : "Violated";

    public string OffersCanHappen() => policy.Surfaces.All(surface => surface.Screens.All(screen => screen.Actions.All(offer =>
        Accepted.Contains($"{surface.Name}/{screen.Name}: {offer.Action}")))) ? "Proved" : "Violated";

    public string NoPlantedNumber() => Planted.Count > 0 ? "Violated" : PlantingTried ? "Proved" : "Vacuous";

    public string NoSilentDisable() => SilentEnds.Count > 0 ? "Violated" : ProtectionEnded ? "Proved" : "Vacuous";

    public string RefusalHasWayOut() => DeadEnds.Count > 0 ? "Violated" : RefusalSeen ? "Proved" : "Vacuous";

    public void Dispose() => real.Dispose();

    private static bool IsEnabled(NaivePlace place) => place.Account.State == "VerificationEnabled";

    private int Find(NaivePlace place)
    {
        var text = place.ToString();
        if (found.TryGetValue(text, out var index))
            return index;
        found.Add(text, places.Count);
        places.Add(place);
        return places.Count - 1;
    }

    /// <summary>How many places of served numbers cannot come to be protected by steps of these kinds.</summary>
    private int Traps(Func<NaiveKind, bool> mayHope)
    {
        var free = Free(mayHope);
        var served = Served().ToHashSet();
        return Enumerable.Range(0, places.Count).Count(place => !free.Contains(place) && served.Contains(places[place].Class));
    }

    private HashSet<int> Free(Func<NaiveKind, bool> mayHope)
    {
        var from = new List<int>[places.Count];
        for (var place = 0; place < places.Count; place++)
            from[place] = [];
        for (var place = 0; place < places.Count; place++)
        {
            foreach (var (kind, to) in steps[place])
            {
                if (mayHope(kind))
                    from[to].Add(place);
            }
        }

        var free = Enumerable.Range(0, places.Count).Where(place => IsEnabled(places[place])).ToHashSet();
        var open = new Queue<int>(free);
        while (open.TryDequeue(out var to))
        {
            foreach (var place in from[to])
            {
                if (free.Add(place))
                    open.Enqueue(place);
            }
        }

        return free;
    }

    /// <summary>The kinds of numbers that some surface takes: a screen of it asks for numbers, and no rule is against this one, be it with a device or without.</summary>
    private List<string> Served() =>
    [
        .. classes.Keys.Where(known => policy.Surfaces.Any(surface =>
            surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action == EnrolmentAction.SubmitPhone))
            && new[] { false, true }.Any(device => Takes(surface, classes[known], device)))),
    ];

    /// <summary>A condition on channels is never true of a number that is submitted.</summary>
    private bool Takes(SurfaceDocument surface, NaiveClass known, bool device) => policy.Rules
        .Where(rule => rule.Actions.Contains(EnrolmentAction.SubmitPhone) && NaiveClasses.Has(rule.Surfaces, Surface.Parse(surface.Name)))
        .Where(rule => rule.When is not { } when || (when.Channels.Kind is SelectionKind.Any && (when.Device is null || when.Device == device)))
        .Where(rule => NaiveClasses.Concerns(rule, known.Phones[0], known.Account))
        .All(rule => NaiveClasses.Allows(rule, known.Phones[0], known.Account));

    private IReadOnlyList<PhoneDetails> Stand(string known, bool device)
    {
        real.Surroundings.Numbers = classes[known].Phones;
        real.Surroundings.Attributes = classes[known].Account;
        real.Store.HasDevice = device;
        real.Surroundings.Risk = Risk.Acceptable;
        real.Surroundings.Service = RegistryService.Served;
        real.Surroundings.Allowance = SendAllowance.Yes;
        real.Store.OtherAccounts = 0;
        return [.. classes[known].Phones.Take(numbers)];
    }

    private IEnumerable<NaiveStep> StepsFrom(NaivePlace place)
    {
        var screen = policy.Surfaces.First(surface => surface.Name == place.Surface).Screens.First(candidate => candidate.Name == place.Screen);
        foreach (var (index, link) in screen.Links.Index().Where(link => Holds(link.Item.When, place)))
        {
            var to = link.To.Split('/');
            var kind = link.Kind == LinkKind.Visible ? NaiveKind.User : NaiveKind.HiddenLink;
            yield return new NaiveStep($"link {index}", kind, place with { Surface = to.Length == 2 ? to[0] : place.Surface, Screen = to[^1] });
        }

        foreach (var surface in policy.Surfaces.Where(surface => (surface.Name, surface.Home) != (place.Surface, place.Screen)))
            yield return new NaiveStep($"open {surface.Name}", NaiveKind.User, place with { Surface = surface.Name, Screen = surface.Home });
        if (place.Sms == NaivePlace.OnItsWay)
        {
            yield return new NaiveStep("the SMS arrives", NaiveKind.Delivery, place with { Sms = NaivePlace.Arrived });
            if (NaiveClasses.LosesSms(policy, classes[place.Class].Phones[0]))
                yield return new NaiveStep("the SMS is lost", NaiveKind.Adversity, place with { Sms = NaivePlace.Lost });
        }

        if (place.Device)
            yield return new NaiveStep("the device is lost", NaiveKind.Adversity, place with { Device = false });
        else if (OffersTheApp(screen, place))
            yield return new NaiveStep("register a device", NaiveKind.User, place with { Device = true });
        foreach (var (timer, after) in clock.Timers(place.Account))
            yield return new NaiveStep($"end of the {timer}", NaiveKind.Time, Moved(place, after, sends: false));

        foreach (var offer in screen.Actions.Where(offer => Holds(offer.When, place)))
        {
            foreach (var step in Commands(place, screen, offer))
                yield return step;
        }

        foreach (var step in OfTheWorld(place))
            yield return step;
    }

    /// <summary>Whether the screen offers to enable or to change to the app channel, and no rule is against it once there is a device.</summary>
    private bool OffersTheApp(ScreenDocument screen, NaivePlace place) => screen.Actions.Any(offer =>
        offer.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel
        && Holds(offer.When, place)
        && policy.Rules.Where(rule => rule.Actions.Contains(offer.Action) && NaiveClasses.Has(rule.Surfaces, Surface.Parse(place.Surface)))
            .Where(rule => rule.When is null || (NaiveClasses.Has(rule.When.Channels, VerificationChannel.AppPush) && rule.When.Device != false && NaiveClasses.Concerns(rule, classes[place.Class].Phones[0], classes[place.Class].Account)))
            .All(rule => NaiveClasses.Allows(rule, classes[place.Class].Phones[0], classes[place.Class].Account) && rule.Channels.Kind switch
            {
                SelectionKind.Any => true,
                SelectionKind.Only => rule.Channels.Items.Contains(VerificationChannel.AppPush),
                _ => !rule.Channels.Items.Contains(VerificationChannel.AppPush),
            }));

    private IEnumerable<NaiveStep> Commands(NaivePlace place, ScreenDocument screen, ScreenAction offer)
    {
        var phones = Stand(place.Class, place.Device);
        var enrolment = clock.Write(place.Account, phones);
        var caller = Caller.User(NaiveAccount.Id, Surface.Parse(place.Surface), NaiveClock.Noon, AuthenticationFactors.MultiFactor);
        foreach (var (label, command, prepared, canBeTyped) in Asked(offer.Action, place, phones, enrolment))
        {
            var came = real.Give(prepared, caller, command);
            Look(place, screen, label, command, prepared, came, Initiator.User);
            if (!came.Happens || !canBeTyped)
                continue;
            if (came.Refusal is null)
                Accepted.Add($"{place.Surface}/{place.Screen}: {offer.Action}");
            // A wrong code counts, and is not accepted: the user stays.
            var landing = came.Refusal is null ? offer.Then ?? place.Screen : place.Screen;
            yield return new NaiveStep(label, NaiveKind.User, After(place, came, phones) with { Screen = landing });
        }

        foreach (var mishap in Mishaps(offer.Action))
        {
            foreach (var (label, command, prepared, _) in Asked(offer.Action, place, phones, enrolment).Where(asked => offer.Action != EnrolmentAction.ConfirmCode || asked.Label == "right code"))
            {
                var (badCaller, badCommand, badEnrolment) = Suffer(mishap, caller, command, prepared);
                var came = real.Give(badEnrolment, badCaller, badCommand);
                Look(place, screen, $"{label}, {mishap}", badCommand, badEnrolment, came, Initiator.User);
                Assert.True(!came.Happens || came.Refusal is null, $"{place}: {label}, {mishap}");
                // A step that goes well nonetheless is the same step, unless something else comes of it.
                Stand(place.Class, place.Device);
                if (came.Happens && What(came, phones) != What(real.Give(prepared, caller, command), phones))
                    yield return new NaiveStep($"{label}, {mishap}", NaiveKind.User, After(place, came, phones) with { Screen = offer.Then ?? place.Screen });
            }
        }
    }

    private IEnumerable<(string Label, EnrolmentCommand Command, Enrolment Prepared, bool CanBeTyped)> Asked(
        EnrolmentAction action, NaivePlace place, IReadOnlyList<PhoneDetails> phones, Enrolment enrolment)
    {
        switch (action)
        {
            case EnrolmentAction.SubmitPhone:
                foreach (var index in Enumerable.Range(0, Math.Min(numbers, place.Account.Numbers.Count + 1)))
                    yield return ($"submit {index}", new SubmitPhone(phones[index].Number.E164), enrolment, true);
                break;
            case EnrolmentAction.ConfirmCode:
                var codes = WithOtherCodes(enrolment, place.Class);
                yield return ("right code", new ConfirmCode(CodeIn(codes, challenge => challenge.Id.Value == "pending")), codes, place.Sms is NaivePlace.Arrived or NaivePlace.NoSms);
                yield return ("superseded code", new ConfirmCode(CodeIn(codes, challenge => challenge.Id.Value == "superseded")), codes, !TakesEarlier);
                yield return ("another number's code", new ConfirmCode(CodeIn(codes, challenge => challenge.Id.Value == "foreign")), codes, true);
                yield return ("wrong code", new ConfirmCode(real.CodeBeside(codes.Account, All(codes))), codes, true);
                break;
            case EnrolmentAction.ResendCode:
                yield return ("resend", new ResendCode(), enrolment, true);
                break;
            case EnrolmentAction.CancelPending:
                yield return ("cancel", new CancelPending(), enrolment, true);
                break;
            case EnrolmentAction.EnableVerification:
                yield return ("enable SMS", new EnableVerification(VerificationChannel.Sms), enrolment, true);
                yield return ("enable push", new EnableVerification(VerificationChannel.AppPush), enrolment, true);
                break;
            case EnrolmentAction.ChangeChannel:
                yield return ("change to SMS", new ChangeChannel(VerificationChannel.Sms), enrolment, true);
                yield return ("change to push", new ChangeChannel(VerificationChannel.AppPush), enrolment, true);
                break;
            case EnrolmentAction.DisableVerification:
                yield return ("disable", new DisableVerification(), enrolment, true);
                break;
            default:
                yield return ("remove", new RemovePhone(), enrolment, true);
                break;
        }
    }

    private static IEnumerable<string> Mishaps(EnrolmentAction action) => action switch
    {
        EnrolmentAction.SubmitPhone => ["old authentication", "password alone", "no country", "no carrier", "risk", "held back", "no number", "retired key"],
        EnrolmentAction.ResendCode => ["old authentication", "password alone", "no country", "no carrier", "risk", "held back", "retired key"],
        EnrolmentAction.ConfirmCode => ["old authentication", "password alone", "crowd", "retired key", "malformed"],
        _ => ["old authentication", "password alone"],
    };

    private (Caller Caller, EnrolmentCommand Command, Enrolment Enrolment) Suffer(string mishap, Caller caller, EnrolmentCommand command, Enrolment enrolment)
    {
        switch (mishap)
        {
            case "old authentication":
                return (Caller.User(NaiveAccount.Id, caller.Surface!, NaiveClock.Noon - Duration.FromDays(1), AuthenticationFactors.MultiFactor), command, enrolment);
            case "password alone":
                return (Caller.User(NaiveAccount.Id, caller.Surface!, NaiveClock.Noon), command, enrolment);
            case "no country":
                real.Surroundings.Service = RegistryService.CountryNotServed;
                break;
            case "no carrier":
                real.Surroundings.Service = RegistryService.CarrierNotServed;
                break;
            case "risk":
                real.Surroundings.Risk = Risk.TooHigh;
                break;
            case "held back":
                real.Surroundings.Allowance = new SendAllowance(false);
                break;
            case "crowd":
                real.Store.OtherAccounts = 1000;
                break;
            case "no number":
                return (caller, new SubmitPhone("none"), enrolment);
            case "malformed":
                return (caller, new ConfirmCode("none"), enrolment);
            default:
                return (caller, command, WithoutKey(enrolment));
        }

        return (caller, command, enrolment);
    }

    private IEnumerable<NaiveStep> OfTheWorld(NaivePlace place)
    {
        var phones = Stand(place.Class, place.Device);
        var enrolment = clock.Write(place.Account, phones);
        var known = Enumerable.Range(0, place.Account.Numbers.Count);
        var lapses = place.Account.Code == NaiveAccount.DeadCode;
        (string Label, NaiveKind Kind, Caller Caller, EnrolmentCommand Command)[] asked =
        [
            ("lapse", NaiveKind.Time, Caller.Time(NaiveAccount.Id), new LapsePending()),
            .. known.Select(index => ($"number {index} changed hands", NaiveKind.Adversity, Caller.Carrier(NaiveAccount.Id), (EnrolmentCommand)new InvalidatePhone(phones[index].Number.E164, InvalidationReason.Recycled))),
            .. known.Select(index => ($"number {index} says STOP", NaiveKind.Adversity, Caller.Carrier(NaiveAccount.Id), (EnrolmentCommand)new OptOutOfDelivery(phones[index].Number.E164))),
            .. known.Select(index => ($"number {index} says START", NaiveKind.Staff, Caller.Operator(NaiveAccount.Id, "staff-1"), (EnrolmentCommand)new RestoreDelivery(phones[index].Number.E164))),
            ("unlock", NaiveKind.Staff, Caller.Operator(NaiveAccount.Id, "staff-1"), new Unlock()),
            ("staff cancel", NaiveKind.Staff, Caller.Operator(NaiveAccount.Id, "staff-1"), new CancelPending()),
            ("staff disable", NaiveKind.Staff, Caller.Operator(NaiveAccount.Id, "staff-1"), new DisableVerification()),
            ("staff remove", NaiveKind.Staff, Caller.Operator(NaiveAccount.Id, "staff-1"), new RemovePhone()),
        ];
        foreach (var (label, kind, caller, command) in asked)
        {
            var came = real.Give(command is LapsePending && lapses ? clock.Write(place.Account, phones, lapses: true) : enrolment, caller, command);
            Look(place, null, label, command, enrolment, came, caller.Initiator);
            if (came.Happens)
                yield return new NaiveStep(label, kind, After(place, came, phones));
        }
    }

    private string What(Outcome came, IReadOnlyList<PhoneDetails> phones) =>
        $"{string.Join(", ", came.Events.Select(happened => happened.Trigger))}: {clock.Read(came.After, phones)}";

    private NaivePlace After(NaivePlace place, Outcome came, IReadOnlyList<PhoneDetails> phones) =>
        Moved(place, clock.Read(came.After, phones), came.Owed.Any(owed => owed.Effect is OutboxEffect.SendCode) && !(place.Sms == NaivePlace.Arrived && came.Events.Any(happened => happened is CodeResent)));

    /// <summary>An SMS is followed as long as it matters: while its code is taken, or where a screen asks for it.</summary>
    private NaivePlace Moved(NaivePlace place, NaiveAccount after, bool sends) => place with
    {
        Account = after,
        Sms = sends ? NaivePlace.OnItsWay : clock.IsTaken(after) || (asksForDelivery && after.HasPending) ? place.Sms : NaivePlace.NoSms,
    };

    private void Look(NaivePlace place, ScreenDocument? screen, string label, EnrolmentCommand command, Enrolment before, Outcome came, Initiator by)
    {
        if (place.Account.State == "VerificationEnabled" && came.After.State is not EnrolmentState.VerificationEnabled)
        {
            ProtectionEnded = true;
            if (!came.Events.Any(happened => happened is VerificationDisabled && happened.Origin.By == by) || !came.Owed.Any(owed => owed.Effect is OutboxEffect.NotifyOwner))
                SilentEnds.Add($"{place}: {label}");
        }

        var (begins, replaces) = (place.Account.Protection is null && came.After.ActiveChannel is not null, came.Events.Any(happened => happened is PhoneReplaced || IsForReplacement(happened, came.After)));
        PlantingTried |= begins || replaces;
        if ((begins && came.After.Pending is not null) || (replaces && label.EndsWith("old authentication", StringComparison.Ordinal)))
            Planted.Add($"{place}: {label}");
        if (screen is null || came.Refusal is not { } refusal || IsNothingToDo(refusal.Code, command, before))
            return;
        RefusalSeen = true;
        if (refusal.WaysOut.Count == 0 || !screen.ShowsWaysOut)
            DeadEnds.Add($"{place.Surface}/{place.Screen} {place.Class}: {label}: {refusal.Code}");
    }

    private static bool IsForReplacement(EnrolmentEvent happened, Enrolment after) =>
        happened is PhoneSubmitted or CodeResent or CodeReissued && after.Phone is not null && after.Pending?.Details.Number != after.Phone.Details.Number;

    /// <summary>What was asked for is so already, as when a code is given or asked for once more and its number is verified.</summary>
    private static bool IsNothingToDo(RefusalCode code, EnrolmentCommand command, Enrolment before) => code
        is RefusalCode.PhoneAlreadyVerified or RefusalCode.AlreadyEnabled or RefusalCode.ChannelAlreadyActive
        || (code is RefusalCode.NoPendingPhone && command is CancelPending)
        || (code is RefusalCode.NoPendingPhone && command is (ConfirmCode or ResendCode) && before.Phone is { NeedsReverification: false } phone && before.Sends is [.., var last] && last.Number == phone.Details.Number)
        || (code is RefusalCode.NotEnabled && command is DisableVerification)
        || (code is RefusalCode.NoVerifiedPhone && command is RemovePhone);

    /// <summary>Where every code that lives is taken, an earlier one is no step of its own: it does what the newest one does.</summary>
    private bool TakesEarlier => policy.Code.OnResend is ResendMode.NewBesideEarlier;

    private Enrolment WithOtherCodes(Enrolment enrolment, string known) => enrolment.Pending is not { } pending ? enrolment : enrolment with
    {
        EarlierChallenges =
        [
            pending.Challenge with { Id = new ChallengeId("superseded"), IssuedAt = NaiveClock.Noon, ExpiresAt = NaiveClock.Noon + Duration.FromMinutes(1) },
            pending.Challenge with { Id = new ChallengeId("foreign"), Number = classes[known].Phones[2].Number, IssuedAt = NaiveClock.Noon, ExpiresAt = NaiveClock.Noon + Duration.FromMinutes(1) },
        ],
    };

    /// <summary>The same, where no code that was sent can be right any more: the next one is a new one.</summary>
    private static Enrolment WithoutKey(Enrolment enrolment) =>
        enrolment.Pending is not { } pending ? enrolment : enrolment with { Pending = pending with { Challenge = pending.Challenge with { KeyId = "retired" } } };

    private static IEnumerable<Challenge> All(Enrolment enrolment) =>
        enrolment.Pending is { } pending ? enrolment.EarlierChallenges.Append(pending.Challenge) : enrolment.EarlierChallenges;

    private string CodeIn(Enrolment enrolment, Func<Challenge, bool> wanted) =>
        All(enrolment).FirstOrDefault(wanted) is { } challenge ? real.CodeOf(enrolment.Account, challenge) : "000000";

    private static bool Holds(ScreenCondition? when, NaivePlace place) =>
        when is null
        || ((when.State is null || when.State.Any(state => state.ToString() == place.Account.State))
            && (when.Pending is null || when.Pending == place.Account.HasPending)
            && (when.Verified is null || when.Verified == place.Account.HasVerified)
            && (when.SmsDelivered is null || when.SmsDelivered == (place.Sms == NaivePlace.Arrived))
            && (when.Channel is null || when.Channel.Any(channel => channel == place.Account.Protection))
            && (when.Device is null || when.Device == place.Device));
}
