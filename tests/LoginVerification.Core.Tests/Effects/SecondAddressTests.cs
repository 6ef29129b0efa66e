namespace LoginVerification.Tests;

/// <summary>A notice goes to both addresses of an owner, each by itself (NIST SP 800-63B-4, section 4.6).</summary>
public sealed class SecondAddressTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task Each_notice_goes_to_both_addresses_under_an_id_of_its_own()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Owner.SecondReceipt = NoticeReceipt.Sent;
        await host.EnableAsync("web", "web", Number);

        Assert.Equal(
            [
                (NoticeKind.PhoneVerified, NoticeAddress.First), (NoticeKind.PhoneVerified, NoticeAddress.Second),
                (NoticeKind.VerificationEnabled, NoticeAddress.First), (NoticeKind.VerificationEnabled, NoticeAddress.Second),
            ],
            host.Owner.Letters.Select(letter => (letter.Kind, letter.Address)));
        Assert.Equal(4, host.Owner.Letters.Select(letter => letter.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_address_that_fails_is_tried_again_without_the_other()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        host.Owner.SecondReceipt = NoticeReceipt.Sent;
        await host.VerifyAsync("web", Number);
        var calls = 0;
        host.Owner.Fault = () => ++calls == 1 ? new HttpRequestException("no mail today") : null;
        await host.Dispatcher.DispatchDueAsync();
        Assert.Equal(NoticeAddress.Second, Assert.Single(host.Owner.Letters).Address);
        await host.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([NoticeAddress.Second, NoticeAddress.First], host.Owner.Letters.Select(letter => letter.Address));
    }

    [Fact]
    public async Task Notices_that_leave_together_are_read_for_once_and_again_after_one_that_fails()
    {
        var store = new FlawedEnrolments();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        host.Owner.SecondReceipt = NoticeReceipt.Sent;
        await host.EnableAsync("web", "web", Number);
        var (reads, loads, calls) = (new List<long>(), 0, 0);
        store.Read = (account, from, most) =>
        {
            reads.Add(from);
            return store.Sound.ReadAsync(account, from, most, default);
        };
        store.Load = account =>
        {
            loads++;
            return store.Sound.LoadAsync(account, default);
        };
        host.Owner.Fault = () => ++calls == 2 ? new HttpRequestException("no mail today") : null;

        await host.Dispatcher.DispatchDueAsync();

        Assert.Equal(4, calls);
        Assert.Equal([2, 2], reads);
        Assert.Equal(2, loads);
        Assert.Equal(3, host.Owner.Letters.Count);
    }

    [Theory]
    [InlineData(NoticeReceipt.NoIndependentAddress, NoticeReceipt.Sent, 1)]
    [InlineData(NoticeReceipt.Sent, NoticeReceipt.NoIndependentAddress, 0)]
    [InlineData(NoticeReceipt.NoIndependentAddress, NoticeReceipt.NoIndependentAddress, 1)]
    [InlineData(NoticeReceipt.Sent, NoticeReceipt.Sent, 0)]
    public async Task Without_a_first_address_the_notice_is_shown_in_the_application_and_without_a_second_nothing_is_missing(NoticeReceipt first, NoticeReceipt second, int shown)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        (host.Owner.Receipt, host.Owner.SecondReceipt) = (first, second);
        await host.VerifyAsync("web", Number);
        Assert.Equal(shown, (await host.StatusAsync()).InAppNotices.Count);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_notifier_that_answers_with_no_receipt_is_tried_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Owner.Receipt = (NoticeReceipt)7;
        await host.VerifyAsync("web", Number);
        Assert.Equal(1, Assert.Single(await host.WaitingAsync()).Attempts);
    }
}
