namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What an account remembers of one of its numbers.</summary>
internal sealed record NaiveNumber(
    bool IsVerified, bool IsPending, int Sends, bool Waits, int Failures, bool OptedOut, bool TextedSince, bool WasTexted, bool WasVerified)
{
    public static NaiveNumber Unknown { get; } = new(false, false, 0, false, 0, false, false, false, false);

    public override string ToString() =>
        $"{(IsVerified ? "verified " : "")}{(IsPending ? "pending " : "")}{Sends} sent{(Waits ? ", waits" : "")}, {Failures} failed{(OptedOut ? ", opted out" : "")}{(TextedSince ? " and texted since" : "")}{(WasVerified ? ", once verified" : WasTexted ? ", once texted" : "")}";
}
