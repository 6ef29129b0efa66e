namespace LoginVerification.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("iw", "he")]
    [InlineData("iw-IL", "he-IL")]
    [InlineData("IW_il", "he-il")]
    [InlineData("in-ID", "id-ID")]
    [InlineData("ji", "yi")]
    [InlineData("jw", "jv")]
    [InlineData("mo-MD", "ro-MD")]
    [InlineData("zh-cmn-Hans-CN", "cmn-Hans-CN")]
    [InlineData("zh-yue", "yue")]
    [InlineData("ar-arz", "arz")]
    [InlineData("i-lux", "lb")]
    [InlineData("i-klingon", "tlh")]
    [InlineData("no-bok", "nb")]
    [InlineData("zh-min-nan", "nan")]
    [InlineData("my-BU", "my-MM")]
    [InlineData("de-Latn-DD", "de-Latn-DE")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("he", "he")]
    [InlineData("en-US-x-bu", "en-US-x-bu")]
    [InlineData("he-ISR", "he-ISR")]
    [InlineData("", "")]
    [InlineData("---", "---")]
    public void A_tag_has_one_canonical_form(string tag, string canonical) => Assert.Equal(canonical, LanguageTags.Canonical(tag), ignoreCase: true);

    [Theory]
    [InlineData("iw-IL", "he-IL he")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW zh-Hant zh")]
    [InlineData("zh-cmn-Hans", "cmn-Hans cmn zh-Hans zh")]
    [InlineData("nb-NO", "nb-NO nb no-NO no")]
    [InlineData("de-DE-u-co-phonebk", "de-DE-u-co-phonebk de-DE-u-co de-DE de")]
    [InlineData("en-a-bbb-x-a", "en-a-bbb-x-a en-a-bbb en")]
    [InlineData("he-ISR", "he-ISR he")]
    public void A_tag_is_looked_up_from_the_whole_to_the_language(string tag, string order) =>
        Assert.Equal(order.Split(' '), LanguageTags.LookUpOrder(tag));

    [Theory]
    [InlineData("iw-IL", "he")]
    [InlineData("he-IL", "he")]
    [InlineData("HE", "he")]
    [InlineData("in-ID", "id")]
    [InlineData("id", "id")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("pt-PT", "pt")]
    [InlineData("zh-cmn-Hans-CN", "zh-Hans")]
    [InlineData("cmn", "zh")]
    [InlineData("nn-NO", "no")]
    [InlineData("fr", null)]
    [InlineData("en-GB", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("-", null)]
    [InlineData("he; drop table", null)]
    public void A_message_is_in_the_callers_language(string? language, string? expected)
    {
        // Some of the host's own tags are the old ones.
        string[] tags = ["he", "in", "pt", "pt-BR", "zh-Hans", "zh", "no"];
        var texts = tags.ToDictionary(tag => tag, tag => new SmsTexts($"{LanguageTags.Canonical(tag)} {{code}}", "-"));
        var composer = new SmsComposer(new CodeKeys(new Dictionary<string, byte[]> { ["k"] = new byte[32] }, "k"), "example.com", texts);

        Assert.Equal(expected is null ? SmsTexts.English : texts[expected is "id" ? "in" : expected], composer.TextsFor(language));
    }

    [Fact]
    public void An_endless_tag_costs_nothing()
    {
        var endless = string.Join('-', Enumerable.Repeat("iw", 1_000_000));
        Assert.Equal(endless, LanguageTags.Canonical(endless));
        Assert.Empty(LanguageTags.LookUpOrder(endless));
    }

    [Fact]
    public void Two_tags_of_one_language_are_found() =>
        Assert.Equal(["he", "iw"], LanguageTags.SameLanguage(["he", "en", "iw", "pt-BR", "pt"]));
}
