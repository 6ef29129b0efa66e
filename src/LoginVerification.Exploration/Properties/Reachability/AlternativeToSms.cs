namespace LoginVerification.Exploration;

internal sealed class AlternativeToSms() : GraphProperty(
    nameof(AlternativeToSms), PropertyKind.Reachability,
    "where numbers of a served class can enable SMS from a surface's home, they can enable the app channel, too, with a device that is there or registered on the way")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var enabling =
            (from home in model.Screens.Homes
             from number in evidence.ServedClasses
             where Enables(evidence, number, home, VerificationChannel.Sms)
             select (home, number)).ToList();
        if (enabling.Count == 0)
            return Vacuous("SMS can be enabled nowhere");
        var missed = enabling.Where(start => !Enables(evidence, start.number, start.home, VerificationChannel.AppPush)).ToList();
        return missed is [var (from, of), ..]
            ? Violated(
                $"SMS can be enabled and the app channel cannot, from {string.Join(", ", missed.Select(start => $"{start.home.Surface} for {model.Classes[start.number.Index].Name}"))}",
                missed.Select(start => new Violation { Surface = start.home.Surface, Class = model.Classes[start.number.Index] }),
                Story(evidence, PolicyModel.Start(of, from, device: Enables(evidence, of, from, VerificationChannel.Sms, device: true))))
            : Proved();
    }

    private static bool Enables(GraphEvidence evidence, ClassId number, Screen home, VerificationChannel channel) =>
        PolicyModel.Devices.Any(device => Enables(evidence, number, home, channel, device));

    private static bool Enables(GraphEvidence evidence, ClassId number, Screen home, VerificationChannel channel, bool device) =>
        evidence.CanReach((channel, evidence.ReliableMoves), PolicyModel.Start(number, home, device), evidence.ReliableMoves, state => evidence.Model.Table[state.Shape].Active == channel);

    /// <summary>
    /// The shortest way to where SMS is enabled, or could be, and what the app channel meets there: for who has a device, unless SMS is for who
    /// has none alone.
    /// </summary>
    private static IReadOnlyList<Step> Story(GraphEvidence evidence, in ModelState start)
    {
        var model = evidence.Model;
        var graph = evidence.From(start);
        var toPush = model.InputsWhere(input => input is { Adverse: null, Choice: { Action: EnrolmentAction.EnableVerification, Channel: VerificationChannel.AppPush } });
        var toSms = model.InputsWhere(input => input is { Adverse: null, Choice: { Action: EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel, Channel: VerificationChannel.Sms } });
        var end = graph.Find(id => model.Codec.Unpack(id) is var state && !(toSms & model.Guards.TakenIn(state, model.CaseOf(state))).IsEmpty)!.Value;
        var stands = model.Codec.Unpack(graph[end]);
        var refused = toPush & model.Guards.StoppedByRulesIn(stands, model.CaseOf(stands));
        return
        [
            .. Counterexample.To(graph, end),
            refused.IsEmpty
                ? Steps.Missing(model, stands, $"{VerificationChannel.AppPush}", "SMS can be enabled here, and nothing that can be reached enables the app channel")
                : Steps.Refused(model, stands, model.Inputs[refused.First.Index]),
        ];
    }
}
