using NodaTime;

namespace LoginVerification;

/// <summary>A notice that found no address independent of the phone in question, for the host to show in the application. Immutable; compares by value.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it was found undeliverable.</param>
public sealed record InAppNotice(NoticeKind Kind, [property: JsonConverter(typeof(InstantJsonConverter))] Instant At);
