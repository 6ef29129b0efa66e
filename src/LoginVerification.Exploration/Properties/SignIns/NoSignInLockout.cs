namespace LoginVerification.Exploration;

internal sealed class NoSignInLockout() : SignInProperty(
    nameof(NoSignInLockout), "whatever happened, somebody still leads a protected account's owner in: themselves, time, or the host's staff")
{
    internal override IEnumerable<SignInFault> Faults(SignInGraph graph)
    {
        // Who is let in by staff's turning it off has the password alone to give.
        var reaching = graph.Reaching(
            edge => edge.LetsIn || (graph.Inputs[edge.Input].Actor is SignInActor.Operator && graph.Shapes[edge.To].Active is null),
            input => !input.IsAdverse && input.Actor is not (SignInActor.Session or SignInActor.Environment));
        for (var shape = 0; shape < reaching.Length; shape++)
        {
            if (!reaching[shape] && graph.Shapes[shape].Active is not null)
                yield return new SignInFault("nobody can lead the owner in any more", shape);
        }
    }
}
