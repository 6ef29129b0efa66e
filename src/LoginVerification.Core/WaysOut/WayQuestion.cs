namespace LoginVerification;

/// <summary>All that the shortest way depends on, so that few questions are ever asked and each is worked out once.</summary>
internal readonly record struct WayQuestion(Surface Surface, EnrolmentAction Action, VerificationChannel? Channel, WaySituation Situation);
