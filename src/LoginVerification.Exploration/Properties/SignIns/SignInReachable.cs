namespace LoginVerification.Exploration;

internal sealed class SignInReachable() : SignInProperty(
    nameof(SignInReachable), "whoever the channel can reach gets in, by what they and time do, unless only staff take the lock off")
{
    internal override IEnumerable<SignInFault> Faults(SignInGraph graph)
    {
        var reaching = graph.Reaching(edge => edge.LetsIn, input => !input.IsAdverse && input.Actor is SignInActor.Browser or SignInActor.Device or SignInActor.Time);
        for (var shape = 0; shape < reaching.Length; shape++)
        {
            if (!reaching[shape] && graph.IsUsable(graph.Shapes[shape]) && !graph.IsLockedForGood(graph.Shapes[shape]))
                yield return new SignInFault("the owner has the phone at hand, and nothing that they or time do lets them in", shape);
        }
    }
}
