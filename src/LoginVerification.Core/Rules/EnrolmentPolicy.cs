namespace LoginVerification.Policies;

/// <summary>
/// The rules that the service runs: a <see cref="PolicyDocument"/> that was validated once and frozen. Immutable and thread-safe;
/// make one and keep it.
/// </summary>
public sealed class EnrolmentPolicy
{
    private EnrolmentPolicy(PolicyDocument document)
    {
        Document = document;
        Limits = EnrolmentLimits.Of(Document);
        Screens = new ScreenMap(Document);
        Gate = new Gate(Document, Screens);
    }

    /// <summary>The rules as data.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The name of the policy.</summary>
    public string Name => Document.Name;

    /// <summary>The screens, with links, landings and conditions resolved.</summary>
    public ScreenMap Screens { get; }

    /// <summary>
    /// The countries whose mobile numbers some account can submit on a surface, as far as the gating rules say: carriers, and what a host's registry knows of
    /// a number, are looked at when it comes. What one account can submit is in its <see cref="EnrolmentStatus.ServedCountries"/>. None where no screen of the surface takes a number. In order of their letters.
    /// </summary>
    /// <param name="surface">A surface that the policy declares.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface.</exception>
    public IReadOnlyList<CountryCode> ServedCountries(Surface surface) => Gate.ServedCountries(surface);

    internal EnrolmentLimits Limits { get; }

    internal Gate Gate { get; }

    /// <summary>Validates and freezes a policy.</summary>
    /// <param name="document">The rules as data.</param>
    /// <exception cref="PolicyInvalidException">The rules contradict themselves or leave their bounds; every error is in it.</exception>
    public static EnrolmentPolicy Create(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        // The copy is validated, so that its writer cannot change it in between. Where something is null, nothing else can be asked.
        var copy = PolicyCopy.Of(document);
        var errors = PolicyNulls.In(copy) is { Count: > 0 } nulls ? nulls : PolicyValidation.Validate(copy);
        return errors.Count == 0 ? new EnrolmentPolicy(copy) : throw new PolicyInvalidException(errors);
    }

    /// <summary>Freezes what <see cref="PolicyFile"/> read, which is validated already.</summary>
    /// <param name="reading">What the reading came to.</param>
    /// <exception cref="PolicyInvalidException">The file is not valid; every error is in it, with its line.</exception>
    public static EnrolmentPolicy Create(PolicyReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.IsValid ? new EnrolmentPolicy(reading.Document) : throw new PolicyInvalidException(reading.Errors);
    }

    /// <summary>Reads, validates and freezes a policy file; <see cref="PolicyFile"/> reads without throwing.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="PolicyInvalidException">The file is not valid; every error is in it, with its line.</exception>
    public static EnrolmentPolicy FromJson(string json) => Create(PolicyFile.Read(json));
}
