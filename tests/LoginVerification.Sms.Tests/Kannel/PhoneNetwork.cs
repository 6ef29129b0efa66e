using System.Text;
using System.Text.RegularExpressions;
using LoginVerification.Sms.Tests.Loopback;
using LoginVerification.Sms.Tests.Programs;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>The phones beyond Kannel's fake SMS centre: what they got, as it prints it, and what they send.</summary>
internal sealed partial class PhoneNetwork(RunningProgram fakeSmsc)
{
    /// <summary>The first message to a number, once its text fits.</summary>
    public async Task<string> WaitForTextAsync(string number, Func<string, bool>? fits = null) => await Eventually.GetAsync(
        () => TextsTo(number).FirstOrDefault(fits ?? (_ => true)),
        () => string.Join('\n', fakeSmsc.Lines));

    public IReadOnlyList<string> TextsTo(string number) => [.. Messages().Where(message => message.To == number).Select(message => message.Text)];

    public void Send(string number, string text) => fakeSmsc.WriteLine(text.All(char.IsAscii)
        ? $"{number} 12345 text {text}"
        : $"{number} 12345 ucs2 {string.Concat(Encoding.BigEndianUnicode.GetBytes(text).Select(unit => $"%{unit:X2}"))}");

    /// <summary>The fake centre speaks in lines, so that a text of several lines comes as several messages, of which the first alone says to whom.</summary>
    private List<(string To, string Text)> Messages()
    {
        var messages = new List<(string To, string Text)>();
        foreach (var line in fakeSmsc.Lines.Select(line => Got().Match(line)).Where(got => got.Success).Select(got => got.Groups[1].Value))
        {
            if (Header().Match(line) is { Success: true } header)
                messages.Add((header.Groups["to"].Value, header.Groups["kind"].Value is "text" ? header.Groups["text"].Value : Utf16(header.Groups["text"].Value)));
            else
                messages[^1] = (messages[^1].To, $"{messages[^1].Text}\n{line}");
        }

        return messages;
    }

    private static string Utf16(string escaped) => QueryText.Strict(Encoding.BigEndianUnicode, QueryText.Single($"text={escaped}", "text")!)!;

    [GeneratedRegex(@"Got message \d+: <(.*)>$")]
    private static partial Regex Got();

    [GeneratedRegex(@"^(?<from>\S+) (?<to>\S+) (?<kind>text|ucs-2) (?<text>.*)$")]
    private static partial Regex Header();
}
