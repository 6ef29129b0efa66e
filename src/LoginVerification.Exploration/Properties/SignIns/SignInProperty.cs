namespace LoginVerification.Exploration;

/// <summary>A property of sign-ins, over the channels that can come to protect somewhere in the policy.</summary>
internal abstract class SignInProperty(string name, string meaning) : GraphProperty(name, PropertyKind.SignIn, meaning)
{
    protected sealed override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.SignIns is { } signIns ? Look(signIns) : Vacuous("never occurs: an account whose log-in is protected");

    internal PropertyVerdict Look(SignInGraph graph) => Faults(graph).FirstOrDefault() is { } first
        ? Violated(
            first.Reason,
            [new Violation { State = EnrolmentState.VerificationEnabled }],
            [.. graph.StoryTo(first.Shape), .. first.Input is { } last ? [graph.StepOf(first.Shape, last)] : Array.Empty<Step>()])
        : Proved();

    /// <summary>Everything that is against it, the first to be told first.</summary>
    internal abstract IEnumerable<SignInFault> Faults(SignInGraph graph);
}

/// <summary>Something that is against a property of sign-ins: in a shape, or in what an input comes to there.</summary>
internal sealed record SignInFault(string Reason, int Shape, int? Input = null);
