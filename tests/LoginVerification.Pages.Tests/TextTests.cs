using System.Text.RegularExpressions;

namespace LoginVerification.Tests;

public sealed partial class TextTests
{
    public static TheoryData<string> Languages => [.. ShippedTexts.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_that_a_page_can_tell_lacks_its_text(string language)
    {
        var texts = ShippedTexts.Of(language);
        Assert.Equal([], Needed().Except(texts.Keys));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_keys_and_each_text_the_same_places(string language)
    {
        var (english, texts) = (ShippedTexts.Of("en"), ShippedTexts.Of(language));

        Assert.Equal(english.Keys.Order(), texts.Keys.Order());
        foreach (var (key, text) in english)
            Assert.Equal((key, PlacesOf(text)), (key, PlacesOf(texts[key])));
    }

    [Fact]
    public void Every_text_is_told_somewhere()
    {
        var code = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/LoginVerification.AspNetCore.Pages"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || (file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))).Select(File.ReadAllText));
        var patterns = ComposedKey().Matches(code).Select(match => new Regex($"^{PlaceInCode().Replace(match.Groups[1].Value, "[^.]+")}$")).ToList();

        Assert.Equal([], ShippedTexts.Of("en").Keys.Where(key => !code.Contains($"\"{key}\"", StringComparison.Ordinal) && !patterns.Exists(pattern => pattern.IsMatch(key))));
    }

    [Fact]
    public void Nothing_is_left_in_English()
    {
        var (english, hebrew) = (ShippedTexts.Of("en"), ShippedTexts.Of("he"));

        Assert.Empty(hebrew.Where(text => text.Value == english[text.Key]).Select(text => text.Key));
        Assert.Empty(hebrew.Where(text => text.Key != "Direction" && !text.Value.Any(letter => letter is >= 'א' and <= 'ת') && !text.Value.StartsWith('{')).Select(text => text.Key));
    }

    [Fact]
    public void The_text_of_a_wait_tells_its_end()
    {
        foreach (var code in new[] { RefusalCode.ResendTooSoon, RefusalCode.SendLimitReached, RefusalCode.Locked, RefusalCode.ChangedTooOften, RefusalCode.CoolingDown })
            Assert.Contains("{time}", ShippedTexts.Of("en")[$"Refusal.{code}"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("he-IL", "he")]
    [InlineData("iw", "he")]
    [InlineData("iw-IL", "he")]
    [InlineData("fr-CA", "en")]
    [InlineData("ar-EG", "ar")]
    [InlineData("HE", "he")]
    public void A_language_is_found_by_its_tag_shortened(string? asked, string found)
    {
        var replacements = new PageTextReplacements();
        replacements["ar"]["Page.Skip"] = "إلى المحتوى";

        Assert.Equal(found, new PageTexts(replacements, asked).Language);
    }

    [Fact]
    public void The_hosts_text_comes_first_and_English_where_a_language_lacks_one()
    {
        var replacements = new PageTextReplacements();
        replacements["ar"]["Page.Skip"] = "إلى المحتوى";
        replacements["en"]["Page.Product"] = "Example's second step";

        var texts = new PageTexts(replacements, "ar");
        Assert.Equal(("إلى المحتوى", "Example's second step", "Devices"), (texts["Page.Skip"], texts["Page.Product"], texts["Devices.Title"]));
        Assert.Equal("אימות כניסה", new PageTexts(replacements, "he")["Page.Product"]);
    }

    private static IEnumerable<string> Needed() =>
    [
        .. Names<RefusalCode>("Refusal"), .. Names<NoticeKind>("Notice"), .. Names<LifecycleTrigger>("Event"), .. Names<VerificationChannel>("Channel"),
        .. Names<CodeDelivery>("Delivery"), .. Names<CodeDelivery>("Code"), .. Names<CodeDelivery>("NotReceived"), .. Names<EnrolmentState>("State"), .. Names<Initiator>("Who"),
        .. Names<EnrolmentAction>("Action"), .. Names<EnrolmentAction>("WayOut"), .. Names<EnrolmentAction>("Done"),
        .. typeof(WayOut).GetNestedTypes().Where(way => way != typeof(WayOut.Act)).Select(way => $"WayOut.{way.Name}"),
        .. ShippedPolicies.Names.Select(ShippedPolicies.Load).SelectMany(policy => policy.Screens.Screens).SelectMany(screen =>
            screen.Exits.Select(exit => exit.Link?.Label).OfType<string>().Select(label => $"Link.{label}").Append($"Screen.{screen.Name}").Append($"Surface.{screen.Surface}")),
        .. ShippedPolicies.Consistent.ServedCountries(Surface.Parse("web")).Select(country => $"Country.{country}"),
    ];

    private static IEnumerable<string> Names<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");

    private static string PlacesOf(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order());

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\$""([A-Z]\w+\.[^""\s]*\{[^""\s]*)""")]
    private static partial Regex ComposedKey();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PlaceInCode();
}
