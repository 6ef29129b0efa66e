namespace LoginVerification.Cli;

/// <summary>Who walks, and where the walk begins.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Typed">The number as the person types it.</param>
/// <param name="Phone">The number as it was read.</param>
/// <param name="From">The surface where the person begins, at its home.</param>
internal sealed record WalkRequest(EnrolmentPolicy Policy, PhoneInput Typed, PhoneDetails Phone, SurfaceDocument From)
{
    /// <summary>The country that the person states.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>The carrier that the person states.</summary>
    public Carrier? Carrier { get; init; }
}
