using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Tests;

/// <summary>What a visitor does on the pages that Identity's template brings.</summary>
internal static class IdentityPages
{
    /// <summary>The form, and the link that the page shows in place of an e-mail.</summary>
    public static async Task RegisterAtIdentityAsync(this Visitor visitor)
    {
        await visitor.OpenAsync("/Identity/Account/Register");
        await visitor.PostAsync("#registerForm", ("Input.Email", visitor.Email), ("Input.Password", Password), ("Input.ConfirmPassword", Password));
        await visitor.FollowAsync("#confirm-link");
    }

    /// <summary>The password; what follows is the second step, or the session.</summary>
    public static async Task LogInAtIdentityAsync(this Visitor visitor)
    {
        await visitor.OpenAsync("/Identity/Account/Login");
        await visitor.PostAsync("#account", ("Input.Email", visitor.Email), ("Input.Password", Password));
    }

    public static Task LogOutAtIdentityAsync(this Visitor visitor) => visitor.PostAsync("form[action*='/Account/Logout']");

    public static bool IsLoggedIn(this Visitor visitor) => visitor.Page.QuerySelector("form[action*='/Account/Logout']") is not null;

    /// <summary>Of the kinds of characters that the template asks for.</summary>
    private const string Password = "Correct-horse-7";
}
