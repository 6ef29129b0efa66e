namespace LoginVerification.Exploration;

/// <summary>Where a user can go without doing anything else.</summary>
internal static class ByScreens
{
    /// <summary>The states that links and openings lead to, the state itself first. What became of the SMS no service knows: that it arrived is taken as met, too.</summary>
    public static IEnumerable<ModelState> From(PolicyModel model, ModelState state)
    {
        IReadOnlyList<ModelState> starts = state.Message is SmsDelivery.OnItsWay or SmsDelivery.Lost ? [state, state with { Message = SmsDelivery.Arrived }] : [state];
        var found = new List<ModelState>(starts);
        var known = new HashSet<ModelState>(starts);
        for (var i = 0; i < found.Count; i++)
        {
            var at = found[i];
            yield return at;
            foreach (var exit in model.ScreenOf(at).Exits)
            {
                var next = at with { Screen = exit.To };
                if (exit.When.Contains(model.CaseOf(at)) && known.Add(next))
                    found.Add(next);
            }
        }
    }
}
