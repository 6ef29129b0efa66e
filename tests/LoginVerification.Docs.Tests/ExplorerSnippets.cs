using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>The code of <c>docs/explorer.md</c>, as it stands there.</summary>
internal static class ExplorerSnippets
{
    public static IReadOnlyList<PropertyVerdict> Own(EnrolmentPolicy policy)
    {
        #region own
        var explored = new Explorer().Explore(policy, new ExplorationOptions
        {
            CustomProperties =
            [
                PolicyProperty.Always("NoPushOnWeb", s => s.Surface.Name != "web" || s.Enrolment.ActiveChannel is not VerificationChannel.AppPush),
                PolicyProperty.OnEveryStep("OnlyOwnersRemove", s => s.Command is not RemovePhone || s.Actor is Actor.User),
                PolicyProperty.Reachable("PushProtects", s => s.Enrolment.ActiveChannel is VerificationChannel.AppPush),
                PolicyProperty.AlwaysReachable("CanStartAnew", s => s.State is EnrolmentState.NoPhone),
                PolicyProperty.LeadsTo("CodeComesToAnEnd", s => s.Pending, s => !s.Pending),
            ],
        });
        foreach (var told in explored.Properties.Where(told => told.Kind is PropertyKind.Custom))
            Console.WriteLine($"{told.Name}: {told.Verdict} {told.Reason}");
        #endregion
        return explored.Properties;
    }

    public static (PolicyRoute Israeli, IReadOnlyList<PolicyRoute> Stranded) Routes()
    {
        #region routes
        var routes = PolicyRoutes.Of(ShippedPolicies.Load("twitter-2014"));
        var israeli = routes.Find(Surface.Parse("web"), CountryCode.Parse("IL"));
        Console.WriteLine($"{israeli.Steps.Count} steps over {string.Join(", ", israeli.Surfaces)}; refused on the web: {israeli.Refusal?.Code}");
        var stranded = routes.Matrix(links: RouteLinks.Visible).Where(route => !route.IsReachable).ToList();
        #endregion
        return (israeli, stranded);
    }
}
