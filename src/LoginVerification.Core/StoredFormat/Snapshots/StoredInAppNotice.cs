using NodaTime;

namespace LoginVerification;

/// <summary>A notice without an independent address, format 1.</summary>
internal sealed record StoredInAppNotice(NoticeKind Kind, Instant At);
