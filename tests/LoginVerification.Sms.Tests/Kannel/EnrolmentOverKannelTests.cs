using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LoginVerification.Sms.Tests.Programs;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Store.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>The whole way, with real parts: the service submits a number, the SMS leaves over Kannel, its code comes back, and so do the receipt and a STOP. What is kept is kept in memory, and in PostgreSQL.</summary>
public sealed partial class EnrolmentOverKannelTests(KannelGateway gateway) : IClassFixture<KannelGateway>
{
    private const string Hebrew = "{code} הוא קוד האימות שלך";

    [NeedsTheory(Needs.Kannel)]
    [InlineData("+447700900111", "en-GB", "STOP")]
    [InlineData("+447700900112", "he-IL", "הסר")]
    public Task A_number_is_enrolled_by_the_code_that_the_phone_got_and_opts_out_by_its_answer(string number, string language, string stop) =>
        EnrolAndOptOutAsync(number, language, stop, null);

    [NeedsTheory(Needs.Kannel, Needs.Postgres)]
    [InlineData("+447700900113", "en-GB", "STOP")]
    public async Task A_number_is_enrolled_over_PostgreSQL_by_the_code_that_the_phone_got_and_opts_out_by_its_answer(string number, string language, string stop) =>
        await EnrolAndOptOutAsync(number, language, stop, await PostgresServer.Shared.CreateDatabaseAsync());

    private async Task EnrolAndOptOutAsync(string number, string language, string stop, string? database)
    {
        await using var host = Senders.Host(
            builder => _ = database is null ? builder.UseKannel(gateway.Fill) : builder.UseKannel(gateway.Fill).UsePostgreSql(database, options => options.SealingKeys["key"] = RandomNumberGenerator.GetBytes(32)),
            wiring: o => o.SmsTexts["he"] = new SmsTexts(Hebrew, "הטלפון הזה לא יקבל עוד קודים"));
        if (database is not null)
            await host.MigrateLoginVerificationAsync();
        var enrolments = host.GetRequiredService<IEnrolmentService>();
        var callbacks = host.GetRequiredService<KannelCallbacks>();
        var account = AccountId.Parse($"account {number}");
        var user = enrolments.ForUser(account, Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant(), language: language);

        var submitted = await user.SubmitPhoneAsync(number);
        Assert.Equal((EnrolmentState.PhonePending, CodeDelivery.Sent), (submitted.State, submitted.CodeDelivery));

        var text = await gateway.Phones.WaitForTextAsync(number, text => LastLine().IsMatch(text));
        var code = LastLine().Match(text).Groups[1].Value;
        Assert.StartsWith((language is "he-IL" ? Hebrew : SmsTexts.English.Code).Replace("{code}", code, StringComparison.Ordinal), text, StringComparison.Ordinal);
        var receipt = await gateway.Callbacks.WaitForAsync(call => callbacks.Read(call.Query) is SmsCallback.Delivery { Report: DeliveryReport.Delivered });
        Assert.DoesNotContain(number[1..], receipt.Target, StringComparison.Ordinal);

        Assert.Equal(EnrolmentState.PhoneVerified, (await user.ConfirmCodeAsync(code)).State);

        gateway.Phones.Send(number, stop);
        var call = await gateway.Callbacks.WaitForAsync(call => callbacks.Read(call.Query) is SmsCallback.Inbound { Message: var message } && message.From.Text == number);
        var inbound = ((SmsCallback.Inbound)callbacks.Read(call.Query)).Message;
        Assert.Equal(stop, inbound.Text);
        Assert.Equal(InboundKeyword.Stop, InboundKeywords.Default.ReadMessage(inbound));

        var reported = Assert.Single(await enrolments.ForCarrier().OptOutOfDeliveryAsync(inbound.From));
        Assert.Equal((account, true), (reported.Account, reported.Result.Succeeded));
        var history = await host.GetRequiredService<IEnrolmentHistory>().ReadAsync(account, 1, int.MaxValue, CancellationToken.None);
        Assert.Contains(history, happened => happened is DeliveryOptedOut);

        // Nobody else gets a code sent to that phone now.
        var stranger = enrolments.ForUser(AccountId.Parse($"stranger {number}"), Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant());
        _ = await stranger.SubmitPhoneAsync(number);
        Assert.Single(gateway.Phones.TextsTo(number));
    }

    [GeneratedRegex(@"\n@example\.com #(\d{6})$")]
    private static partial Regex LastLine();
}
