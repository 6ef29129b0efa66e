namespace LoginVerification.Testing;

/// <summary>The three ports over the same data.</summary>
/// <param name="Store">Snapshots.</param>
/// <param name="History">Events.</param>
/// <param name="Outbox">What is to be sent.</param>
public sealed record EnrolmentPorts(IEnrolmentStore Store, IEnrolmentHistory History, IOutbox Outbox);
