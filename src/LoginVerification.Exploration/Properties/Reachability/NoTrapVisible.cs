namespace LoginVerification.Exploration;

internal sealed class NoTrapVisible() : TrapProperty(nameof(NoTrapVisible), "from every state of a served class VerificationEnabled can still be reached, over visible links alone")
{
    protected override string Nothing => "nothing in sight leads on";

    protected override StateSet Reaching(GraphEvidence evidence) => evidence.ReachingEnabledInSight;

    protected override Filter MovesOf(GraphEvidence evidence) => evidence.ReliableMoves with { HiddenLinks = false };

    protected override string Missing(GraphEvidence evidence, ModelState trapped) => HiddenWay(evidence.Model, trapped) ?? Nothing;

    /// <summary>What leads on from a state and is out of sight; null where nothing does. Nobody looks for where to type a code before it arrived.</summary>
    private static string? HiddenWay(PolicyModel model, ModelState state)
    {
        var at = state.Message is SmsDelivery.OnItsWay ? model.CaseOf(state).With(smsDelivered: true) : model.CaseOf(state);
        foreach (var exit in model.ScreenOf(state).Exits)
        {
            if (exit.IsVisible || !exit.When.Contains(at))
                continue;
            var target = model.Screens[exit.To];
            var offered = target.Offers.Select(offer => offer.Action).Where(action => model.Takes(state.Class, state.Device, target, action, at)).ToList();
            var what = offered.Contains(EnrolmentAction.ConfirmCode) ? "no visible screen takes it" : $"no visible screen offers {string.Join(" or ", offered)}";
            if (offered.Count > 0)
                return $"{what}: only \"{exit.Link!.Label ?? exit.Link.To}\" leads on, {Labels.WithArticle(exit.Link.Kind)}";
        }

        return null;
    }
}
