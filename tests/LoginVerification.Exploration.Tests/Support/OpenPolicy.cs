namespace LoginVerification.Exploration.Tests.Support;

/// <summary>
/// A policy of given limits that offers everything and refuses nothing: what the decision table says without screens, the real service says
/// under it.
/// </summary>
internal static class OpenPolicy
{
    public static EnrolmentPolicy Of(EnrolmentLimits limits) => EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
    {
        Name = "open",
        Code = limits.Code,
        Sending = limits.Sending,
        Lock = limits.Lock,
        PendingLapsesAfter = limits.PendingLapsesAfter,
        ReauthenticateWithin = limits.ReauthenticateWithin,
        AccountsPerNumber = limits.AccountsPerNumber,
        CoolDownAfterRemoval = limits.CoolDownAfterRemoval,
        RemovePhoneWhileEnabled = limits.RemovePhoneWhileEnabled,
        OnStop = limits.OnStop,
        OnPhoneInvalidated = limits.OnPhoneInvalidated,
        Surfaces =
        [
            new SurfaceDocument
            {
                Name = Inputs.Anywhere.Name,
                Home = "all",
                Screens = [new ScreenDocument { Name = "all", Actions = [.. Enum.GetValues<EnrolmentAction>().Select(action => new ScreenAction { Action = action })] }],
            },
        ],
        Rules = [],
    });
}
