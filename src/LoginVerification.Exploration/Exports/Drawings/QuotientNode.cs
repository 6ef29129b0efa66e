namespace LoginVerification.Exploration;

/// <summary>All states that share a screen and a lifecycle state.</summary>
/// <param name="Page">The index of the screen.</param>
/// <param name="State">The lifecycle's state.</param>
internal readonly record struct QuotientNode(int Page, EnrolmentState State);
