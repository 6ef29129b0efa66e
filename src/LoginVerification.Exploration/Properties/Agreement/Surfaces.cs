namespace LoginVerification.Exploration;

/// <summary>Which surfaces offer what.</summary>
internal static class Surfaces
{
    public static List<Surface> Offering(PolicyModel product, EnrolmentAction action) =>
        [.. product.Site.Pages.Where(page => page.Offers[(int)action] != 0).Select(page => page.Surface).Distinct()];
}
