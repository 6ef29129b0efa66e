namespace LoginVerification.Cli;

/// <summary>What a walk finds in its store.</summary>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="Version">The enrolment's version: 0 where nothing is stored.</param>
/// <param name="Messages">What an earlier walk owed the person, and what arrived now that the outbox is worked off.</param>
internal sealed record WalkFound(EnrolmentState State, long Version, IReadOnlyList<string> Messages);
