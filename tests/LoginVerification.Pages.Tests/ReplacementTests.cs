using System.Reflection;
using Example;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LoginVerification.Tests;

/// <summary>What the page of the documentation says can be replaced can be.</summary>
public sealed class ReplacementTests
{
    /// <summary>A component, who sees it, where, and the form that leads to it, if one does.</summary>
    public static TheoryData<Type, string, string, string?> Places => new()
    {
        { typeof(ScreenPage), "bob", "", null },
        { typeof(InAppNotices), "bob", "", null },
        { typeof(StatusBlock), "bob", "", null },
        { typeof(PhoneForm), "bob", "", null },
        { typeof(ScreenLinks), "bob", "", null },
        { typeof(OtherPages), "bob", "", null },
        { typeof(CodeForm), "carol", "/screens/code", null },
        { typeof(NotReceivedPage), "carol", "/screens/code/not-received", null },
        { typeof(ActionForm), "carol", "/screens/code/not-received", null },
        { typeof(ReauthenticateFirst), "carol", "/screens/code/not-received", null },
        { typeof(ChannelForm), "alice", "", null },
        { typeof(DevicesPage), "alice", "/devices", null },
        { typeof(DeviceCard), "alice", "/devices", null },
        { typeof(DeviceTokenPage), "alice", "/devices", "AddDevice" },
        { typeof(DeviceTokenView), "alice", "/devices", "AddDevice" },
        { typeof(BackupCodesPage), "alice", "/backup-codes", null },
        { typeof(BackupCodesShown), "alice", "/backup-codes", "IssueBackupCodes" },
        { typeof(HistoryPage), "alice", "/history", null },
        { typeof(ErrorSummary), "dave waits", "/sign-in", null },
        { typeof(WaysOut), "dave waits", "/sign-in", null },
        { typeof(BlockedPage), "dave waits", "/sign-in", null },
        { typeof(AppSignInPage), "alice waits", "/sign-in", null },
        { typeof(LostPhone), "alice waits", "/sign-in", null },
        { typeof(SignInNotReceivedPage), "alice waits", "/sign-in/not-received", null },
        { typeof(BackupCodeSignInPage), "alice waits", "/sign-in/backup-code", null },
        { typeof(SmsSignInPage), "erin waits", "/sign-in", null },
        { typeof(NobodyWaitsPage), "nobody", "/sign-in", null },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_component_of_the_hosts_is_drawn_in_its_place(Type original, string who, string path, string? form)
    {
        await using var host = await PagesHost.StartAsync(pages: o => Replace(o.Components, original, typeof(Mark<>).MakeGenericType(original)));
        using var browser = await OpenAsync(host, who);

        var page = await browser.GetAsync(PagesHost.Web + path);
        var drawn = form is null ? page : await browser.PostAsync(page, form);

        Assert.Equal((original.Name, true), (original.Name, drawn.Document.QuerySelectorAll($"[data-mark={original.Name}]").Length > 0));
    }

    [Fact]
    public void Each_component_is_a_building_block_or_is_replaced_here()
    {
        var all = typeof(PageScope).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IComponent)));

        Assert.Equal(all.Except(Blocks).Select(type => type.Name).Order(), Places.Select(place => ((Type)place[0]!).Name).Order());
    }

    [Fact]
    public void What_is_drawn_nowhere_by_choice_cannot_be_replaced()
    {
        foreach (var block in Blocks)
            Assert.Throws<InvalidOperationException>(() => Replace(new PageComponents(), block, typeof(Mark<object>)));
        Assert.Contains("o.Layout = typeof(ShopLayout)", Assert.Throws<InvalidOperationException>(() => new PageComponents().Replace<PageLayout, ShopLayout>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_that_lacks_a_parameter_is_told_which()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => new PageComponents().Replace<DeviceCard, ShopToken>());

        Assert.Contains("ShopToken lacks the parameter Device of DeviceCard.", wrong.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Type> Blocks => typeof(PageScope).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(BuildingBlockAttribute), inherit: false));

    private static void Replace(PageComponents components, Type original, Type replacement) =>
        typeof(PageComponents).GetMethod(nameof(PageComponents.Replace))!.MakeGenericMethod(original, replacement).Invoke(components, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static async Task<Browser> OpenAsync(PagesHost host, string who)
    {
        var account = who.Split(' ')[0];
        if (account == "alice")
            (await host.EnableAppAsync()).Dispose();
        if (account == "carol")
            Assert.Null((await host.User(account).SubmitPhoneAsync(PagesHost.Number)).Refusal);
        if (account is "dave" or "erin")
            await host.EnableSmsAsync(account);
        if (account == "dave")
            await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(PagesHost.Number);
        return who.EndsWith(" waits", StringComparison.Ordinal) ? await host.GivePasswordAsync(account) : who == "nobody" ? host.Open() : await host.SignInAsync(account);
    }

    /// <summary>Draws its mark, whatever it is given.</summary>
    private sealed class Mark<TOriginal> : ComponentBase
    {
        [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object?>? Given { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, $"<i data-mark=\"{typeof(TOriginal).Name}\"></i>");
    }
}
