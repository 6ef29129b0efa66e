namespace LoginVerification.Tests;

/// <summary>Stories told by hand. Run as they are, they keep enrolments in memory; the tests of the stores run them over each of those.</summary>
public abstract class HandToldStories
{
    /// <summary>Chooses where the enrolments of each scene are kept; null for memory.</summary>
    internal Action<LoginVerificationBuilder>? UseStore { get; set; }

    private protected Scene NewScene(EnrolmentPolicy? policy = null) => new(policy, UseStore);
}
