namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Sees every command that is tried, and what must not come of it.</summary>
internal sealed class NaiveWatch
{
    private readonly List<string> planted = [];
    private readonly List<string> silentEnds = [];
    private bool plantingTried;
    private bool protectionEnded;

    public void Look(NaiveTried tried)
    {
        LookForSilence(tried);
        LookForPlanting(tried);
    }

    /// <summary>Numbers that wait beside one that begins to protect, and steps towards a replacement with an old authentication.</summary>
    public string NoPlantedNumber() => planted.Count > 0 ? "Violated" : plantingTried ? "Proved" : "Vacuous";

    /// <summary>Ends of protection that nobody is told, or that are told as somebody else's doing.</summary>
    public string NoSilentDisable() => silentEnds.Count > 0 ? "Violated" : protectionEnded ? "Proved" : "Vacuous";

    private void LookForSilence(NaiveTried tried)
    {
        var (place, came) = (tried.Place, tried.Came);
        if (place.Account.State != "VerificationEnabled" || came.After.State is EnrolmentState.VerificationEnabled)
            return;
        protectionEnded = true;
        if (!came.Events.Any(happened => happened is VerificationDisabled && happened.Origin.By == tried.By) || !came.Owed.Any(owed => owed.Effect is OutboxEffect.NotifyOwner))
            silentEnds.Add($"{place}: {tried.Label}");
    }

    private void LookForPlanting(NaiveTried tried)
    {
        var after = tried.Came.After;
        var begins = tried.Place.Account.Protection is null && after.ActiveChannel is not null;
        var replaces = tried.Came.Events.Any(happened => happened is PhoneReplaced || IsForReplacement(happened, after));
        plantingTried |= begins || replaces;
        if ((begins && after.Pending is not null) || (replaces && tried.Label.EndsWith("old authentication", StringComparison.Ordinal)))
            planted.Add($"{tried.Place}: {tried.Label}");
    }

    private static bool IsForReplacement(EnrolmentEvent happened, Enrolment after) =>
        happened is PhoneSubmitted or CodeResent or CodeReissued && after.Phone is not null && after.Pending?.Details.Number != after.Phone.Details.Number;
}
