namespace LoginVerification.WebPush;

/// <summary>What a push service answers, and what it means (RFC 8030, sections 5 and 7.3; RFC 8292, section 4.2).</summary>
internal static class PushAnswers
{
    /// <summary>The known answers.</summary>
    public static IReadOnlyList<PushAnswer> Known { get; } =
    [
        new(200, PushReceipt.Accepted, "taken"),
        new(201, PushReceipt.Accepted, "taken"),
        new(202, PushReceipt.Accepted, "taken"),
        new(400, PushReceipt.Rejected, "the push service cannot read it") { IsTheHosts = true },
        new(401, null, "it does not accept the host's signature: keys, subject or clock") { IsTheHosts = true },
        new(403, PushReceipt.Rejected, "the app subscribed with another key, or the signature is wrong") { IsTheHosts = true },
        new(404, PushReceipt.Gone, "there is no such subscription"),
        new(410, PushReceipt.Gone, "the subscription has ended"),
        new(413, PushReceipt.Rejected, "too large"),
        new(429, null, "too many"),
    ];

    public static PushAnswer? Find(int status) => Known.FirstOrDefault(known => known.Status == status);
}

/// <summary>One answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Receipt">What it means for the push; null where it is tried again.</param>
/// <param name="Meaning">What it means, in words.</param>
internal sealed record PushAnswer(int Status, PushReceipt? Receipt, string Meaning)
{
    /// <summary>Whether the operator may have to mend something: it is logged as an error.</summary>
    public bool IsTheHosts { get; init; }
}
