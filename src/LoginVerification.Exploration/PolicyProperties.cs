namespace LoginVerification.Exploration;

/// <summary>The library's properties: what is asked of every policy. Properties of your own are made by <see cref="PolicyProperty"/>.</summary>
public static class PolicyProperties
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<PolicyProperty> All { get; } =
    [
        new EnabledImpliesVerifiedPhone(), new EnabledIffChannel(), new PushImpliesDevice(), new TriesBounded(), new SendsBounded(), new GuessesAreBounded(),
        new NoVerifyWithoutLiveCode(), new CodeBoundToNumber(), new NoSilentDisable(), new FailureBudgetNeverResets(), new ReplacementKeepsProtection(),
        new EnabledReachable(), new SameSurfaceCompletion(), new NoTrap(), new NoTrapVisible(), new NoLockout(),
        new AcceptanceAgrees(), new SentImpliesEnterable(), new EnableGateAgreesWithAddGate(), new LinkTargetServes(), new RefusalHasWayOut(),
        new EveryScreenReachable(), new EveryRuleFires(), new NoPlantedNumber(), new AlternativeToSms(), new OffersCanHappen(), new LinksCanBeFollowed(),
        new NoBypass(), new SignInReachable(), new NoSignInLockout(),
    ];

    /// <summary>The property of a name.</summary>
    /// <param name="name">The name, for example <c>NoTrap</c>.</param>
    /// <exception cref="ArgumentException">None has it.</exception>
    public static PolicyProperty Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(property => property.Name == name) ?? throw new ArgumentException(Complaint(name), nameof(name));
    }

    /// <summary>What is wrong with a name, and what to write instead; null where a property has it.</summary>
    /// <param name="name">The name.</param>
    public static string? Complaint(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = All.Select(property => property.Name).ToList();
        return known.Contains(name) ? null : $"{Words.Quote(name)} is no property.{Words.DidYouMean(name, known)} Write one of: {string.Join(", ", known)}.";
    }

    /// <summary>Those of the lifecycle: they observe while a decision table is filled.</summary>
    internal static IReadOnlyList<LifecycleProperty> OfLifecycle { get; } = [.. All.OfType<LifecycleProperty>()];

    /// <summary>The same, as a table wants them.</summary>
    internal static TableObservers Observers { get; } = new(OfLifecycle);
}
