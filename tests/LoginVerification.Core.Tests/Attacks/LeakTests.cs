using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>Attack 9: codes and full numbers are searched for in logs and exceptions.</summary>
public sealed class LeakTests(ITestOutputHelper output)
{
    private const string Number = "+447700900123";
    private const string Code = "271828";

    [Fact]
    public async Task No_log_and_no_exception_holds_a_number_or_a_code_whatever_fails()
    {
        var log = new RecordingLog();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<ILoggerFactory>(log));
        host.Phone.Fault = () => new HttpRequestException($"could not send to {Number}: {Code}");
        host.Owner.Fault = () => new InvalidOperationException($"no mail for {Number}");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.As("web", new ResendCode());
        var code = host.Phone.LastCode;
        await host.As("web", new ConfirmCode("000000" == code ? "111111" : "000000"));
        await host.As("web", new ConfirmCode(code));
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Dispatcher.DispatchDueAsync();
        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => host.As("nowhere", new SubmitPhone(Number)));

        output.WriteLine($"{log.Lines.Count} log lines searched.");
        Assert.NotEmpty(log.Lines);
        Assert.All([.. log.Lines, mistake.ToString()], line =>
        {
            AssertClean(line, "log");
            Assert.DoesNotContain(code, line, StringComparison.Ordinal);
        });
    }

    private static void AssertClean(string text, string where)
    {
        Assert.False(text.Contains(Number[1..], StringComparison.Ordinal), $"{where} shows the number.");
        Assert.False(text.Contains(Code, StringComparison.Ordinal), $"{where} shows the code.");
        Assert.False(Regex.IsMatch(text, @"\+\d{7,}"), $"{where} shows a number.");
    }
}
