namespace LoginVerification.Exploration;

/// <summary>What came of a property.</summary>
public enum Verdict
{
    /// <summary>It holds in every state that can be reached.</summary>
    Proved,

    /// <summary>It does not hold; a story tells where.</summary>
    Violated,

    /// <summary>What it speaks of never occurs, so that it says nothing.</summary>
    Vacuous,

    /// <summary>Nobody knows: not every state was looked at.</summary>
    NotClosed,
}
