using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>A report about a number is understood in whatever form it comes, and by whatever plan the number was read once.</summary>
public sealed class ReportedNumberTests
{
    /// <summary>A number of the numbering plan that Côte d'Ivoire had until 2021, and one that Mexico had until 2019.</summary>
    private const string OldIvorian = "+22507123456";
    private const string OldMexican = "+5215512345678";
    private const string Mexican = "+525512345678";
    private const string Israeli = "+972502345678";

    public static TheoryData<string> Reports => new() { "STOP", "START", "changed hands" };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_number_of_an_old_plan_is_found_by_its_own_text(string report)
    {
        using var host = await HoldingAsync(OldIvorian);
        if (report == "START")
            Assert.Null((await host.Carrier(new OptOutOfDelivery(OldIvorian))).Refusal);
        Assert.Null((await host.Carrier(Report(report, OldIvorian))).Refusal);
    }

    [Theory]
    [InlineData(Mexican, OldMexican)]
    [InlineData(OldMexican, Mexican)]
    [InlineData(Israeli, "972502345678")]
    [InlineData(Israeli, "00972502345678")]
    [InlineData(Israeli, " +972 50-234-5678 ")]
    [InlineData(OldIvorian, "22507123456")]
    [InlineData(OldIvorian, "+2250707123456")]
    public async Task A_STOP_in_another_form_is_found(string held, string reported)
    {
        using var host = await HoldingAsync(held);
        Assert.Null((await host.Carrier(new OptOutOfDelivery(reported))).Refusal);
        Assert.Equal(held, Assert.Single((await host.StoredAsync()).OptedOut).Number.E164);
        Assert.Equal([AccountId.Parse(ServiceHost.Account)], await host.Service.FindAccountsAsync(new PhoneInput(reported)));
        Assert.Equal(RefusalCode.AlreadyKnown, (await host.Carrier(new OptOutOfDelivery(held))).Refusal!.Code);
        Assert.Null((await host.Carrier(new RestoreDelivery(reported))).Refusal);
        Assert.Empty((await host.StoredAsync()).OptedOut);
    }

    [Fact]
    public async Task A_STOP_from_a_number_that_is_no_longer_held_is_remembered_whatever_its_plan()
    {
        using var host = await HoldingAsync(OldIvorian);
        await host.VerifyAsync("web", Israeli);
        Assert.Null((await host.Carrier(new OptOutOfDelivery(OldIvorian))).Refusal);
        Assert.Equal(OldIvorian, Assert.Single((await host.StoredAsync()).OptedOut).Number.E164);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_in_a_form_that_was_held_once_meets_the_form_that_is_held(string report)
    {
        using var host = await HoldingAsync(OldMexican);
        await host.VerifyAsync("web", ReaderOfItsTime.InItsTime + Mexican);
        if (report == "START")
            Assert.Null((await host.Carrier(new OptOutOfDelivery(Mexican))).Refusal);

        Assert.Null((await host.Carrier(Report(report, OldMexican))).Refusal);

        var stored = await host.StoredAsync();
        Assert.Equal(Mexican, stored.Phone!.Details.Number.E164);
        Assert.Equal(report == "changed hands", stored.Phone.NeedsReverification);
        Assert.Equal(report == "STOP" ? [Mexican] : [], stored.OptedOut.Select(optOut => optOut.Number.E164));
    }

    [Fact]
    public async Task A_report_meets_the_verified_form_before_the_pending_one()
    {
        using var host = await HoldingAsync(Mexican);
        Assert.Null((await host.As("web", new SubmitPhone(ReaderOfItsTime.InItsTime + OldMexican))).Refusal);
        Assert.Null((await host.Carrier(new InvalidatePhone(OldMexican, InvalidationReason.Recycled))).Refusal);
        Assert.True((await host.StoredAsync()).Phone!.NeedsReverification);
    }

    [Theory]
    [InlineData(OldMexican)]
    [InlineData(Mexican)]
    public async Task A_START_in_any_form_lifts_the_STOP_that_an_earlier_form_was_given(string reported)
    {
        using var host = await HoldingAsync(OldMexican);
        Assert.Null((await host.Carrier(new OptOutOfDelivery(OldMexican))).Refusal);
        await host.VerifyAsync("web", ReaderOfItsTime.InItsTime + Mexican);
        Assert.Null((await host.Carrier(new RestoreDelivery(reported))).Refusal);
        Assert.Empty((await host.StoredAsync()).OptedOut);
    }

    [Fact]
    public async Task A_report_about_another_number_concerns_nobody()
    {
        using var host = await HoldingAsync(Israeli);
        Assert.Equal(RefusalCode.NumberNotHeld, (await host.Carrier(new OptOutOfDelivery("+972522345678"))).Refusal!.Code);
        Assert.Empty(await host.Service.FindAccountsAsync(new PhoneInput("+972522345678")));
        Assert.Empty(await host.Service.FindAccountsAsync(new PhoneInput("no number at all")));
        Assert.Equal(RefusalCode.NumberUnreadable, (await host.Carrier(new OptOutOfDelivery("no number at all"))).Refusal!.Code);
    }

    [Theory]
    [InlineData(OldMexican, Mexican)]
    [InlineData("525512345678", Mexican)]
    [InlineData("+22997123456", "+2290197123456")]
    public async Task A_number_to_import_is_read_in_the_form_that_its_host_kept(string kept, string read)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Null((await host.Operator(new ImportVerifiedPhone(kept, host.Now))).Refusal);
        Assert.Equal(read, (await host.StoredAsync()).Phone!.Details.Number.E164);
    }

    private static HostCommand Report(string report, string number) => report switch
    {
        "STOP" => new OptOutOfDelivery(number),
        "START" => new RestoreDelivery(number),
        _ => new InvalidatePhone(number, InvalidationReason.NoLongerServed),
    };

    /// <summary>The account verified the number when its plan was in force; the service runs with today's.</summary>
    private static async Task<ServiceHost> HoldingAsync(string e164)
    {
        var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IPhoneNumberReader, ReaderOfItsTime>());
        await host.VerifyAsync("web", ReaderOfItsTime.InItsTime + e164);
        return host;
    }

    private sealed class ReaderOfItsTime : IPhoneNumberReader
    {
        public const string InItsTime = "in its time: ";
        private readonly PhoneNumbers.LibPhoneNumberReader today = new();

        public PhoneReading Read(PhoneInput input, CountryCode? country) => input.Text.StartsWith(InItsTime, StringComparison.Ordinal)
            ? new PhoneReading.Readable(new PhoneDetails(PhoneNumber.Parse(input.Text[InItsTime.Length..]), CountryCode.Parse("CI"), LineType.Mobile))
            : today.Read(input, country);
    }
}
