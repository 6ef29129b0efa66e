using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Sample.Tests;

/// <summary>The sample as a process, from registration to each way of signing in, over HTTP and without scripts.</summary>
public sealed class SignInTests
{
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_owner_registers_enrols_and_signs_in_by_sms_by_app_and_by_backup_code(string store)
    {
        await using var sample = await StartAsync(store);
        using var ada = sample.NewVisitor();
        await ada.RegisterAsync();
        await ada.EnrolAsync("+972 50-234-5678");
        await ada.SignOutAsync();

        // By SMS.
        await ada.SignInBySmsAsync();

        // With both factors given, the owner binds an app, takes backup codes, and lets the app be asked.
        await ada.OpenAsync($"/web/{Owner.Pages}/backup-codes");
        await ada.PostAsync("main form[data-action]");
        var backupCodes = ada.Page.QuerySelectorAll(".lv-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, backupCodes.Count);
        await ada.BindAppAsync();
        await ada.OpenSettingsAsync();
        await ada.PostAsync("form[data-action=ChangeChannel]", ("channel", "AppPush"), ("confirm", "yes"));
        Assert.True(ada.Status is System.Net.HttpStatusCode.OK, ada.Main);
        await ada.SignOutAsync();

        // By the app: the number goes from the page into the app.
        await ada.GivePasswordAsync();
        var number = ada.Find(".lv-match").TextContent.Trim();
        await ada.PostAsync("form[action='/sample/app/answer']", ("number", number), ("decision", "approve"));
        await ada.PostAsync("main form[data-action]");
        Assert.True(ada.IsSignedIn, ada.Main);
        await ada.SignOutAsync();

        // By a backup code, and by the same one no more.
        foreach (var isFirst in new[] { true, false })
        {
            sample.Wait(TimeSpan.FromMinutes(5));
            await ada.GivePasswordAsync();
            await ada.OpenAsync($"/web/{Owner.Pages}/sign-in/backup-code");
            await ada.PostAsync("main form[data-action]", ("code", backupCodes[0]));
            Assert.Equal(isFirst, ada.IsSignedIn);
            if (isFirst)
                await ada.SignOutAsync();
        }

        Assert.DoesNotContain(backupCodes[0], sample.Output, StringComparison.Ordinal);
        Assert.All(ada.Codes, code => Assert.DoesNotContain(code, sample.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_denies_in_the_app_lets_nobody_in_and_is_told_by_mail()
    {
        await using var sample = await StartAsync("Sqlite");
        using var ada = sample.NewVisitor();
        await ada.RegisterAsync();
        await ada.EnrolAsync("+972502345678");
        await ada.SignOutAsync();
        await ada.SignInBySmsAsync();
        await ada.BindAppAsync();
        await ada.OpenSettingsAsync();
        await ada.PostAsync("form[data-action=ChangeChannel]", ("channel", "AppPush"), ("confirm", "yes"));
        await ada.SignOutAsync();

        await ada.GivePasswordAsync();
        await ada.PostAsync("form[action='/sample/app/answer']", ("decision", "deny"));
        Assert.False(ada.IsSignedIn);
        for (var patience = 0; patience < 60 && ada.Page.QuerySelector("[data-mail=SignInDenied]") is null; patience++)
        {
            await Task.Delay(500);
            await ada.OpenAsync("/web");
        }

        Assert.NotNull(ada.Page.QuerySelector("[data-mail=SignInDenied]"));
    }

    [Fact]
    public async Task Who_cannot_be_asked_is_told_each_way_on_beside_the_password()
    {
        await using var sample = await StartAsync("Sqlite");
        using var ada = sample.NewVisitor();
        await ada.RegisterAsync();
        await ada.EnrolAsync("+972502345678");
        await ada.SignOutAsync();

        // Too many wrong codes: a wait.
        await ada.GivePasswordAsync();
        for (var wrong = 0; wrong < 5; wrong++)
            await ada.PostAsync(wrong == 0 ? "main form[data-action]" : "main form[data-action=AnswerSignIn]", ("code", "000000"));
        Assert.Equal(["retry"], await WaysAsync());
        Assert.Matches(@"Try again at (\d{4}-\d\d-\d\d )?\d\d:\d\d", ada.Main);
        sample.Wait(TimeSpan.FromMinutes(5));

        // A STOP: START, and a backup code where there is one.
        await ada.SignInBySmsAsync();
        await ada.PostAsync("form[action='/sample/phone/write']", ("text", "STOP"));
        await ada.SignOutAsync();
        Assert.Equal(["restoreDelivery"], await WaysAsync());
        await ada.PostAsync("form[action='/sample/phone/write']", ("text", "START"));
        sample.Wait(TimeSpan.FromMinutes(5));
        await ada.SignInBySmsAsync();
        await ada.OpenAsync($"/web/{Owner.Pages}/backup-codes");
        await ada.PostAsync("main form[data-action]");
        await ada.PostAsync("form[action='/sample/phone/write']", ("text", "STOP"));
        await ada.SignOutAsync();
        Assert.Equal(["restoreDelivery", "useBackupCode"], await WaysAsync());
        await ada.FollowAsync("[data-way=useBackupCode] a");
        Assert.EndsWith("/sign-in/backup-code", ada.Path, StringComparison.Ordinal);

        async Task<IEnumerable<string?>> WaysAsync()
        {
            await ada.GivePasswordAsync();
            return ada.Page.QuerySelectorAll("main [data-way]").Select(way => way.GetAttribute("data-way")).ToList();
        }
    }

    [Fact]
    public async Task What_was_begun_goes_on_after_the_process_was_killed()
    {
        await using var sample = await StartAsync("Sqlite");
        using var ada = sample.NewVisitor();
        await ada.RegisterAsync();
        await ada.OpenSettingsAsync();
        await ada.PostAsync("form[data-action=SubmitPhone]", ("number", "+972502345678"));
        var code = Assert.Single(ada.Codes);

        await sample.KillAsync();
        await sample.StartAgainAsync();

        await ada.ReloadAsync();
        Assert.Equal("web/code", ada.Screen);
        Assert.Equal(code, Assert.Single(ada.Codes));
        await ada.PostAsync("form[data-action=ConfirmCode]", ("code", code));
        await ada.PostAsync("form[data-action=EnableVerification]", ("channel", "Sms"));
        await ada.SignOutAsync();
        await ada.GivePasswordAsync();

        await sample.KillAsync();
        await sample.StartAgainAsync();

        await ada.ReloadAsync();
        Assert.Equal(2, ada.Codes.Count);
        await ada.PostAsync("form[data-action]", ("code", ada.Codes[0]));
        Assert.True(ada.IsSignedIn, ada.Main);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_by_a_return_path(string elsewhere)
    {
        await using var sample = await StartAsync("Sqlite");
        using var ada = sample.NewVisitor();
        await ada.RegisterAsync();
        await ada.SignOutAsync();

        await ada.GivePasswordAsync(back: elsewhere);
        Assert.Equal("/web", ada.Path);
        await ada.PostAsync("form[action$='/language']", ("culture", "he"), ("back", elsewhere));
        Assert.Equal("/web", ada.Path);
        await ada.PostAsync("form[action='/sample/phone/power']", ("off", "true"), ("back", elsewhere));
        Assert.Equal("/web", ada.Path);
    }

    public static TheoryData<string> Stores() => Store.Tests.PostgresServer.Missing is null ? ["Sqlite", "PostgreSql"] : ["Sqlite"];

    private static async Task<SampleProcess> StartAsync(string store) => store == "Sqlite"
        ? await SampleProcess.StartAsync("--Policy", "consistent")
        : await SampleProcess.StartAsync("--Policy", "consistent", "--Store", store, "--ConnectionStrings:LoginVerification", await Store.Tests.PostgresServer.Shared.CreateDatabaseAsync());
}
