using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Docs.Tests;

/// <summary>The guide of <c>docs/embedding.md</c> leads where it says: from an empty folder to an application that asks for the phone at log-in.</summary>
public sealed class EmbeddingGuideTests
{
    private const string Pages = "/account/login-verification";

    [Fact]
    public async Task Four_steps_make_an_application_where_a_person_enrols_and_signs_in_by_SMS()
    {
        var guide = new Guide("docs/embedding.md");
        Assert.Equal(4, guide.Steps);
        await using var shop = await Shop.StartAsync(guide);
        using var person = new Visitor(shop.Address);
        await person.OpenAsync(Pages);
        Assert.StartsWith("/Identity/Account/Login?", person.Path, StringComparison.Ordinal);
        await person.RegisterAtIdentityAsync();
        await person.LogInAtIdentityAsync();

        await person.OpenAsync(Pages);
        await person.PostAsync("form[data-action=SubmitPhone]", ("number", "+447700900101"));
        await person.PostAsync("form[data-action=ConfirmCode]", ("code", await shop.NextCodeAsync()));
        await person.PostAsync("form[data-action=EnableVerification]", ("channel", "Sms"));
        Assert.Equal("VerificationEnabled", person.Find("main [data-state]").GetAttribute("data-state"));

        await person.OpenAsync("/");
        await person.LogOutAtIdentityAsync();
        Assert.False(person.IsLoggedIn());
        await person.LogInAtIdentityAsync();
        Assert.StartsWith($"{Pages}/sign-in?", person.Path, StringComparison.Ordinal);
        var code = await shop.NextCodeAsync();
        await person.PostAsync("form[data-action=AnswerSignIn]", ("code", code == "000000" ? "111111" : "000000"));
        await person.OpenAsync("/");
        Assert.False(person.IsLoggedIn());

        // Identity's own page is there, too, for who has an authenticator app; the code of the SMS counts there as well.
        await person.OpenAsync("/Identity/Account/LoginWith2fa?authenticator");
        await person.PostAsync("form:has([name='Input.TwoFactorCode'])", ("Input.TwoFactorCode", code));
        Assert.True(person.IsLoggedIn(), person.Main);

        await person.LogOutAtIdentityAsync();
        await person.LogInAtIdentityAsync();
        await person.OpenAsync("/Identity/Account/LoginWith2fa?ReturnUrl=%2FPrivacy&RememberMe=False");
        await person.PostAsync("form[data-action=AnswerSignIn]", ("code", await shop.NextCodeAsync()));
        Assert.Equal("/Privacy", person.Path);
        Assert.True(person.IsLoggedIn());
    }
}
