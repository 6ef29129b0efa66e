namespace LoginVerification.Exploration;

/// <summary>What came of exploring a policy. Immutable and thread-safe.</summary>
public sealed record PolicyExploration
{
    /// <summary>The name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Which rules those were, whatever their name: what <see cref="PolicyFile.Digest"/> says of them.</summary>
    public required string PolicyDigest { get; init; }

    /// <summary>The scale that it was explored at: what was asked for, or the policy's own bounds where they are smaller.</summary>
    public required ExplorationScale Scale { get; init; }

    /// <summary>The classes of numbers that its rules tell apart.</summary>
    public required IReadOnlyList<NumberClass> Classes { get; init; }

    /// <summary>How many shapes of an enrolment there are, whatever the screen.</summary>
    public required int Shapes { get; init; }

    /// <summary>How many states there are: a shape, a screen, a class, a device or none, and the SMS. 0 where no property asked what can be reached, and so for edges and depth.</summary>
    public required long States { get; init; }

    /// <summary>How many edges there are: a state and a labelled action that is accepted in it, loops included, refusals left out.</summary>
    public required long Edges { get; init; }

    /// <summary>How many shapes sign-ins have, over the channels that can come to protect: they are explored beside the screens. 0 where none can, where not every state was looked at, and where no property asked.</summary>
    public required int SignInStates { get; init; }

    /// <summary>How many edges there are between them.</summary>
    public required int SignInEdges { get; init; }

    /// <summary>How many steps the farthest state is away from the nearest start.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether every state was looked at, at this scale, as far as any property asked.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Which limit ended it; null where none did.</summary>
    public ExplorationLimit? Limit { get; init; }

    /// <summary>States of served classes from which only the host's staff leads on to VerificationEnabled; 0 where not every state was looked at, for then nobody knows, and where neither NoTrap nor NoTrapVisible was asked.</summary>
    public required int OperatorOnly { get; init; }

    /// <summary>Every property and what came of it, the library's own first.</summary>
    public required IReadOnlyList<PropertyVerdict> Properties { get; init; }
}
