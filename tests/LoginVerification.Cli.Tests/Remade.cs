namespace LoginVerification.Cli.Tests;

/// <summary>The 2014 policy with one thing changed.</summary>
internal static class Remade
{
    public static PolicyDocument Twitter2014 => ShippedPolicies.Load("twitter-2014").Document;

    public static PolicyDocument Links(this PolicyDocument policy, string surface, string screen, Func<ScreenLink, bool> kept) =>
        policy.Screen(surface, screen, one => one with { Links = [.. one.Links.Where(kept)] });

    public static PolicyDocument Screen(this PolicyDocument policy, string surface, string screen, Func<ScreenDocument, ScreenDocument> remake) => policy with
    {
        Surfaces =
        [
            .. policy.Surfaces.Select(one => one.Name != surface ? one : one with
            {
                Screens = [.. one.Screens.Select(candidate => candidate.Name == screen ? remake(candidate) : candidate)],
            }),
        ],
    };

    public static async Task<WalkResult> WalkAsync(this PolicyDocument policy, string from)
    {
        var details = new PhoneDetails(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile);
        var request = new WalkRequest(EnrolmentPolicy.Create(policy), "+972502345678", details, Surface.Parse(from));
        await using var service = await WalkService.OpenAsync(request with { Store = null }, TimeProvider.System, CancellationToken.None);
        return await Walker.WalkAsync(request, service, TimeProvider.System, null, CancellationToken.None);
    }
}
