namespace LoginVerification.Exploration;

/// <summary>
/// Three ways by which a sign-in gets by: it is told that nothing is needed, it is let in without a proof, or what nobody asked for ends the protection, so
/// that the password suffices from then on.
/// </summary>
internal sealed class NoBypass() : SignInProperty(
    nameof(NoBypass), "where log-in is protected, nobody is let in without a right code, a device's yes with the right number, or a backup code; and nothing but the owner or staff ends the protection")
{
    internal override IEnumerable<SignInFault> Faults(SignInGraph graph)
    {
        foreach (var answered in graph.Answers)
        {
            if (graph.Shapes[answered.Shape].Active is not null && answered.Refusal is RefusalCode.NotEnabled)
                yield return new SignInFault("a protected account is told that the password suffices", answered.Shape, answered.Input);
        }

        foreach (var edge in graph.Edges)
        {
            var (before, after, input) = (graph.Shapes[edge.From], graph.Shapes[edge.To], graph.Inputs[edge.Input]);
            if (before.Active is null)
                continue;
            if (edge.LetsIn && !(input.IsProof || (input.Command is CompleteSignIn && before.Phase is SignInPhase.Confirmed)))
                yield return new SignInFault("a browser is let in without a proof", edge.From, edge.Input);
            if (edge.Events.Contains(LifecycleTrigger.SignInConfirmed) && !input.IsProof)
                yield return new SignInFault("a device says yes without the number and its signature", edge.From, edge.Input);
            if (after.Active is null && input.Actor is not (SignInActor.Session or SignInActor.Operator))
                yield return new SignInFault("protection ends, and neither the owner nor staff ended it: from then on the password suffices", edge.From, edge.Input);
        }
    }
}
