namespace LoginVerification.Exploration;

/// <summary>
/// Finds the first "no" on a surface, for a user who does nothing but what each state calls for: submit a number, confirm the code,
/// enable. Who resends, removes and starts again is refused for reasons of their own. The answer is the production decider's.
/// </summary>
internal sealed class FirstRefusal(PolicyModel product, UserMoves user)
{
    /// <summary>The first in breadth-first order from the surface's home that owes a way out; null where there is none.</summary>
    public Refusal? Find(int number, int home, RouteLinks links)
    {
        var surface = product.Site.Pages[home].SurfaceIndex;
        var reached = new List<int> { user.Start(number, home) };
        var seen = new HashSet<int>(reached);
        for (var i = 0; i < reached.Count; i++)
        {
            var place = product.PlaceOf(reached[i]);
            if (Called(product.StateOf(place)) is not { } called)
                continue;
            if (product.Site.Pages[place.Page].SurfaceIndex == surface && Ask(place, called) is { } refusal)
                return refusal;
            reached.AddRange(user.From(reached[i], links).Where(next => (user.ActionOf(next.Move) ?? called) == called && seen.Add(next.To)).Select(next => next.To));
        }

        return null;
    }

    private static EnrolmentAction? Called(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => EnrolmentAction.SubmitPhone,
        EnrolmentState.PhonePending => EnrolmentAction.ConfirmCode,
        EnrolmentState.PhoneVerified => EnrolmentAction.EnableVerification,
        _ => null,
    };

    private Refusal? Ask(ModelState place, EnrolmentAction called)
    {
        var page = product.Site.Pages[place.Page];
        if ((page.Offers[(int)called] >> product.CaseOf(place) & 1) == 0)
            return null;
        var numbers = product.Classes[place.Class].Numbers;
        var enrolment = product.Table.Space.Example(product.Table.Shapes[place.Shape], numbers);
        return product.Table.Inputs
            .Where(input => input.Action == called && input is { Adverse: null, NeedsDevice: not true, Number: null or Slot.First })
            .Select(input => (input.Command, product.Explainer.Decide(enrolment, input.Command!, input.FactsOn(page.Surface, numbers) with { DeviceRegistered = false }).Refusal))
            .FirstOrDefault(answer => answer.Refusal is { } refusal && Explainer.OwesWayOut(refusal.Code, answer.Command!)).Refusal;
    }
}
