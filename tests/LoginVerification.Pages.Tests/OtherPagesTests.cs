using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>The pages that no policy speaks of.</summary>
public sealed class OtherPagesTests
{
    [Fact]
    public async Task What_a_confirmed_number_is_there_for_comes_first_and_one_button_of_a_page_is_strong()
    {
        await using var host = await PagesHost.StartAsync();
        await host.VerifyAsync();
        using var browser = await host.SignInAsync();

        var verified = await browser.GetAsync(PagesHost.Web);
        Assert.Equal(nameof(EnrolmentAction.EnableVerification), verified.Forms.First());
        Assert.Equal("Turn on", Assert.Single(verified.Document.QuerySelectorAll("main button:not(.lv-second, .lv-grave)")).TextContent);
        Assert.Null((await host.User().EnableAsync(VerificationChannel.Sms)).Refusal);
        var enabled = await browser.GetAsync(PagesHost.Web);
        Assert.Empty(enabled.Document.QuerySelectorAll("main button:not(.lv-second, .lv-grave)"));
        Assert.Equal("none: make some now", enabled.Document.QuerySelector($"[data-state] a[href='{PagesHost.Web}/backup-codes']")!.TextContent);
    }

    [Fact]
    public async Task A_device_is_added_renamed_and_removed()
    {
        await using var host = await PagesHost.StartAsync();
        await host.VerifyAsync();
        using var browser = await host.SignInAsync();

        var shown = await browser.PostAsync(await browser.GetAsync(PagesHost.Web + "/devices"), "AddDevice");
        Assert.Contains("12:05 UTC", shown.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var app = new App();
        var bound = await host.Services.GetRequiredService<IDeviceService>().BindDeviceAsync(app.Binding(shown.Document.QuerySelector(".lv-token")!.TextContent.Trim()));
        Assert.Null(bound.Refusal);
        var devices = await browser.GetAsync(PagesHost.Web + "/devices");
        var nameless = await browser.PostAsync(devices, $"RenameDevice-{bound.Device}", ("name", ""));
        Assert.Equal("A name must have 1 to 64 letters or other signs that can be seen.", nameless.Document.GetElementById($"RenameDevice-{bound.Device}-name-error")!.TextContent);
        var renamed = await browser.SubmitAsync(nameless, $"RenameDevice-{bound.Device}", ("name", "Work phone"));
        Assert.Equal("Work phone", renamed.Document.QuerySelector("[data-device] h2")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(renamed, $"RemoveDevice-{bound.Device}")).Status);
        var removed = await browser.SubmitAsync(renamed, $"RemoveDevice-{bound.Device}", ("confirm", "yes"));

        Assert.Empty(removed.Document.QuerySelectorAll("[data-device]"));
        Assert.Equal("The device is removed. It approves no sign-in any more.", removed.Document.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Backup_codes_are_shown_once_and_a_form_that_is_posted_again_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync(PagesHost.Web + "/backup-codes");
        var fields = page.FieldsOf("IssueBackupCodes").ToList();
        var shown = await browser.PostAsync(PagesHost.Web + "/backup-codes", fields);
        var again = await browser.PostAsync(PagesHost.Web + "/backup-codes", fields);

        Assert.Equal(10, shown.Document.QuerySelectorAll(".lv-codes code").Select(code => code.TextContent).Distinct().Count());
        Assert.Contains("no-store", shown.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Empty(again.Document.QuerySelectorAll(".lv-codes code"));
        Assert.Contains("were shown once", again.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, (await host.User().GetStatusAsync()).BackupCodesLeft);
        var unsure = await browser.PostAsync(await browser.GetAsync(PagesHost.Web + "/backup-codes"), "IssueBackupCodes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
    }

    [Fact]
    public async Task What_would_be_refused_is_told_before_it_is_asked_for()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        foreach (var (path, form, code) in new[] { ("/devices", "AddDevice", "NoVerifiedPhone"), ("/backup-codes", "IssueBackupCodes", "NotEnabled") })
        {
            var closed = await browser.GetAsync(PagesHost.Web + path);
            Assert.True(closed.Form(form).QuerySelector("button")!.HasAttribute("disabled"));
            Assert.Equal(PagesHost.Web, closed.Document.QuerySelector($"#{form}-why[data-refusal={code}] a")!.GetAttribute("href"));
            Assert.Equal(code, (await browser.PostAsync(closed, form)).Document.QuerySelector($"#{form}-why")!.GetAttribute("data-refusal"));
        }

        await host.EnableSmsAsync();
        foreach (var (path, form) in new[] { ("/devices", "AddDevice"), ("/backup-codes", "IssueBackupCodes") })
            Assert.False((await browser.GetAsync(PagesHost.Web + path)).Form(form).QuerySelector("button")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_page_from_before_there_were_codes_replaces_none_without_a_tick()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.GetAsync(PagesHost.Web + "/backup-codes");
        var kept = (await host.User().IssueBackupCodesAsync()).BackupCodes[0].Text;

        var refused = await browser.PostAsync(page, "IssueBackupCodes");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.GetElementById("IssueBackupCodes-confirm-error"));
        using var signIn = await host.GivePasswordAsync();
        var form = await signIn.GetAsync(PagesHost.Web + "/sign-in/backup-code");
        await signIn.GetAsync(PagesHost.Web + "/sign-in");
        Assert.Equal("/", (await signIn.PostAsync(form, "UseBackupCode", ("code", kept))).Location);
    }

    [Fact]
    public async Task The_history_tells_what_happened_newest_first_and_page_by_page()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        for (var turn = 0; turn < 15; turn++)
        {
            Assert.Null((await host.User().SubmitPhoneAsync("+9725023456" + (10 + (turn % 4)))).Refusal);
            Assert.Null((await host.User().CancelPendingAsync()).Refusal);
            host.Time.Advance(TimeSpan.FromHours(13));
        }

        using var browser = await host.SignInAsync();
        var newest = await browser.GetAsync(PagesHost.Web + "/history");
        Assert.Equal("PendingCancelled", newest.Document.QuerySelector("[data-event]")!.GetAttribute("data-event"));
        var older = await browser.GetAsync(newest.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, newest.Document.QuerySelectorAll("[data-event]").Length);
        Assert.Equal("A number was entered and a code sent: +97********78", string.Join(' ', older.Document.QuerySelectorAll("[data-event]")[^1].QuerySelector("p")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Null(older.Document.QuerySelector("[rel=next]"));
    }

    [Fact]
    public async Task A_notice_that_found_no_other_address_is_shown_until_the_owner_has_read_it()
    {
        await using var host = await PagesHost.StartAsync();
        host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        await host.EnableSmsAsync();
        await host.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync(PagesHost.Web);
        Assert.Equal(["PhoneVerified", "VerificationEnabled"], page.Document.QuerySelectorAll("[data-notice]").Select(notice => notice.GetAttribute("data-notice")!));
        var read = await browser.SubmitAsync(page, "AcknowledgeNotices");

        Assert.Empty(read.Document.QuerySelectorAll("[data-notice]"));
        Assert.Equal("Thank you for reading.", read.Document.QuerySelector("[role=status]")!.TextContent);
    }
}
