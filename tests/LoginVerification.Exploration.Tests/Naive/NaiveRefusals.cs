namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>A kind of refusal on one page that owes a way out, with the places where users meet it.</summary>
/// <param name="Tried">The first one.</param>
/// <param name="Places">Where all of them are met, each once.</param>
internal sealed record NaiveRefusal(NaiveTried Tried, HashSet<NaivePlace> Places)
{
    public Refusal Refusal => Tried.Came.Refusal!;

    public override string ToString() => $"{Tried.Place.Surface}/{Tried.Place.Screen} {Tried.Place.Class}: {Tried.Label}: {Refusal.Code}: {string.Join(", ", Refusal.WaysOut)}";
}

/// <summary>Collects the refusals that owe a way out.</summary>
internal sealed class NaiveRefusals
{
    private readonly Dictionary<string, NaiveRefusal> found = [];

    public IEnumerable<NaiveRefusal> Found => found.Values;

    public void Look(NaiveTried tried)
    {
        if (tried.Screen is null || tried.IsRefusedAnyway || tried.Came.Refusal is not { } refusal || IsNothingToDo(refusal.Code, tried.Command, tried.Before))
            return;
        var one = new NaiveRefusal(tried, []);
        var text = one.ToString();
        if (!found.TryGetValue(text, out var known))
            found.Add(text, known = one);
        known.Places.Add(tried.Place);
    }

    /// <summary>What was asked for is so already, as when a code is given or asked for and the number is verified, unless the last one went to another number.</summary>
    private static bool IsNothingToDo(RefusalCode code, EnrolmentCommand command, Enrolment before) => code
        is RefusalCode.PhoneAlreadyVerified or RefusalCode.AlreadyEnabled or RefusalCode.ChannelAlreadyActive
        || (code is RefusalCode.NoPendingPhone && command is CancelPending)
        || (code is RefusalCode.NoPendingPhone && command is (ConfirmCode or ResendCode) && before.Phone is { NeedsReverification: false } phone && before.Sends.TakeLast(1).All(last => last.Number == phone.Details.Number))
        || (code is RefusalCode.NotEnabled && command is DisableVerification)
        || (code is RefusalCode.NoVerifiedPhone && command is RemovePhone);
}
