namespace LoginVerification.Policies;

/// <summary>
/// What is assumed of the SMS that are sent. The service decides nothing by it; it tells the explorer for which numbers an SMS can be lost.
/// Immutable and thread-safe.
/// </summary>
public sealed record SmsDeliveryRules
{
    /// <summary>The countries of the numbers to which an SMS can be lost; any by default. To all others every SMS arrives.</summary>
    public Selection<CountryCode> Uncertain { get; init; } = Selection<CountryCode>.Any;
}
