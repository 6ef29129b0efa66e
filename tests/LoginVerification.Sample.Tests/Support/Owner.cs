namespace LoginVerification.Sample.Tests.Support;

/// <summary>What an owner does on the pages and in the panels, in the words of a story.</summary>
internal static class Owner
{
    public const string Pages = "account/login-verification";

    public static Task OpenSettingsAsync(this Visitor visitor, string surface = "web") => visitor.OpenAsync($"/{surface}/{Pages}");

    /// <summary>Submits a number, types the code that arrives, and lets it be asked for at sign-in.</summary>
    public static async Task EnrolAsync(this Visitor visitor, string number)
    {
        await visitor.OpenSettingsAsync();
        await visitor.PostAsync("form[data-action=SubmitPhone]", ("number", number));
        Assert.Equal("web/code", visitor.Screen);
        await visitor.PostAsync("form[data-action=ConfirmCode]", ("code", Assert.Single(visitor.Codes)));
        Assert.Equal("web/security", visitor.Screen);
        await visitor.PostAsync("form[data-action=EnableVerification]", ("channel", "Sms"));
        Assert.Equal("VerificationEnabled", visitor.State());
    }

    public static string? State(this Visitor visitor) => visitor.Page.QuerySelector("main [data-state]")?.GetAttribute("data-state");

    /// <summary>The second step, by the newest code of the phone; another one is sent for each sign-in.</summary>
    public static async Task SignInBySmsAsync(this Visitor visitor, string surface = "web", string? back = null)
    {
        await visitor.GivePasswordAsync(surface, back);
        Assert.Contains("/sign-in", visitor.Path, StringComparison.Ordinal);
        await visitor.PostAsync("form[data-action]", ("code", visitor.Codes[0]));
        Assert.True(visitor.IsSignedIn, visitor.Main);
    }

    public static async Task BindAppAsync(this Visitor visitor)
    {
        await visitor.OpenAsync($"/web/{Pages}/devices");
        await visitor.PostAsync("form[data-action=AddDevice]");
        await visitor.PostAsync("form[action='/sample/app/bind']", ("token", visitor.Find(".lv-token code").TextContent));
        await visitor.OpenAsync($"/web/{Pages}/devices");
        Assert.NotNull(visitor.Page.QuerySelector("main [data-device]"));
    }
}
