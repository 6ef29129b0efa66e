namespace LoginVerification.Exploration;

/// <summary>What is remembered of one number: codes sent inside the window, whether the next one has to wait, failures, and an opt-out.</summary>
internal readonly record struct Book(byte Sends, bool Waiting, byte Failures, bool OptedOut)
{
    /// <summary>Orders books, so that numbers which nothing else tells apart are told apart the same way always.</summary>
    public int Rank => (Sends << 9) | ((Waiting ? 1 : 0) << 8) | (Failures << 1) | (OptedOut ? 1 : 0);
}
