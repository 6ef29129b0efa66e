using LoginVerification;
using NodaTime;

namespace Example;

public static class Choices
{
    public static void Lead(LoginVerificationPagesOptions o)
    {
        #region addresses
        o.TimeZone = DateTimeZoneProviders.Tzdb["Asia/Jerusalem"];
        o.HelpAddress = "/help";
        o.LoginAddress = (context, back) => back is null ? "/login" : $"/login?returnUrl={Uri.EscapeDataString(back)}";
        o.ReauthenticateAddress = (context, withSecondFactor, back) => $"/login?again={(withSecondFactor ? "both" : "password")}&returnUrl={Uri.EscapeDataString(back)}";
        o.SurfaceAddress = (context, surface) => surface.Name == "mobileWeb" ? "https://m.example.com/account/login-verification" : null;
        #endregion
    }

    public static void Say(LoginVerificationPagesOptions o)
    {
        #region texts
        o.Texts["en"]["Page.Product"] = "Example Shop";
        o.Texts["he"]["Refusal.WrongCode"] = "הקוד אינו נכון. נסו שוב.";
        o.Texts["ar"]["Direction"] = "rtl"; // another language; what it lacks is English
        #endregion
    }

    public static void Draw(LoginVerificationPagesOptions o)
    {
        #region components
        o.Components.Replace<DeviceTokenView, ShopToken>();
        o.Layout = typeof(ShopLayout);
        #endregion
    }
}
