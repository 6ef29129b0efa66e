using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the golden snapshots of version 3 say: when a phone was removed.</summary>
internal static class GoldenRemovals
{
    private static readonly Instant At = GoldenSignInEvents.At;
    private static readonly Instant Earlier = At - Duration.FromDays(3);

    public static IReadOnlyDictionary<string, GoldenSave> ByVariant { get; } = new Dictionary<string, GoldenSave>
    {
        ["never-removed"] = GoldenEnrolments.OfVersion1["NoPhone"],
        ["removed"] = new(GoldenEnrolments.OfVersion1["NoPhone"].Enrolment with { Version = 6, PhoneRemovedAt = At }, GoldenEvents.ByName["PhoneRemoved"]),
        ["pending-after-removal"] = Removed(GoldenEnrolments.OfVersion1["PhonePending"]),
        ["verified-after-removal"] = Removed(GoldenSignIns.ByVariant["PhoneVerified"]),
        ["app-asked"] = Removed(GoldenSignIns.ByVariant["app-asked"]),
    };

    private static GoldenSave Removed(GoldenSave save) => save with { Enrolment = save.Enrolment with { PhoneRemovedAt = Earlier } };
}
