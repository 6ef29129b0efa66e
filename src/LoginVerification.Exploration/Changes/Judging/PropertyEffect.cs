namespace LoginVerification.Exploration;

/// <summary>
/// What a change of a policy does to a property. A property holds where it is proved; where it is vacuous it holds only if it speaks of gating
/// rules and the policy has none: such a policy refuses nothing.
/// </summary>
public enum PropertyEffect
{
    /// <summary>It was violated, and holds.</summary>
    Repaired,

    /// <summary>It was proved or vacuous, and is violated: a regression.</summary>
    Broken,

    /// <summary>It was proved or violated, and is vacuous: what it speaks of never occurs any more. It is neither repaired nor broken.</summary>
    Vacuous,

    /// <summary>It was vacuous, and is proved: what it speaks of occurs now.</summary>
    Proved,

    /// <summary>Nobody knows: of one of the two policies not every state was looked at.</summary>
    Unknown,
}
