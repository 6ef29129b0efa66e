namespace LoginVerification.Exploration;

/// <summary>A property of sign-ins, over the channels that can come to protect somewhere in the policy.</summary>
internal abstract class SignInProperty(string name, string meaning) : GraphProperty(name, PropertyKind.SignIn, meaning)
{
    protected sealed override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.SignIns is { } signIns ? Look(signIns) : Vacuous("never occurs: an account whose log-in is protected");

    internal abstract PropertyVerdict Look(SignInGraph graph);

    protected PropertyVerdict ViolatedAfter(SignInGraph graph, string reason, int shape, int? input = null) =>
        Violated(reason, [new Violation { State = EnrolmentState.VerificationEnabled }], [.. graph.StoryTo(shape), .. input is { } last ? [graph.StepOf(shape, last)] : Array.Empty<Step>()]);
}
