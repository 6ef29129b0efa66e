namespace LoginVerification.Tests;

public sealed class InboundKeywordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop.")]
    [InlineData("stop")]
    [InlineData("  sToP \r\n")]
    [InlineData("STOP!!!")]
    [InlineData("\"STOP\"")]
    [InlineData("«Stop»")]
    [InlineData("STOP 🛑")]
    [InlineData("\u200ESTOP\uFE0F")]
    [InlineData("ＳＴＯＰ", "full width")]
    [InlineData("STOPALL")]
    [InlineData("Stop all")]
    [InlineData("unsubscribe")]
    [InlineData("Unsub")]
    [InlineData("CANCEL")]
    [InlineData("End")]
    [InlineData("QUIT")]
    [InlineData("revoke")]
    [InlineData("OPTOUT")]
    [InlineData("Opt out")]
    [InlineData("opt-out")]
    [InlineData("remove")]
    [InlineData("Arret", "French")]
    [InlineData("arrêt", "French")]
    [InlineData("arre\u0302t", "French, the accent written apart")]
    [InlineData("ARRETE", "French")]
    [InlineData("alto", "Spanish")]
    [InlineData("Parar", "Spanish and Portuguese")]
    [InlineData("baja", "Spanish")]
    [InlineData("Sair", "Portuguese")]
    [InlineData("Stopp", "German and Swedish")]
    [InlineData("abmelden", "German")]
    [InlineData("Afmelden", "Dutch")]
    [InlineData("Avsluta", "Swedish")]
    [InlineData("ret", "Turkish")]
    [InlineData("iptal", "Turkish")]
    [InlineData("İptal", "Turkish")]
    [InlineData("стоп", "Russian")]
    [InlineData("הסר", "Hebrew")]
    [InlineData("הָסֵר", "Hebrew, with points")]
    [InlineData("إلغاء", "Arabic")]
    [InlineData("توقـــف", "Arabic, drawn out")]
    [InlineData("td", "Chinese")]
    [InlineData("退订。", "Chinese")]
    [InlineData("停止", "Japanese")]
    [InlineData("수신 거부", "Korean")]
    [InlineData("रोकें", "Hindi")]
    public void A_stop_is_read_in_every_spelling(string text, string what = "") => IsRead(InboundKeyword.Stop, text, what);

    [Theory]
    [InlineData("START")]
    [InlineData("Start!")]
    [InlineData("unstop")]
    [InlineData("Yes")]
    [InlineData("Iniciar", "Spanish and Portuguese")]
    [InlineData("старт", "Russian")]
    [InlineData("başla", "Turkish")]
    public void A_start_is_read_in_every_spelling(string text, string what = "") => IsRead(InboundKeyword.Start, text, what);

    [Theory]
    [InlineData("HELP")]
    [InlineData("help?")]
    [InlineData("Info")]
    [InlineData("aide", "French")]
    [InlineData("ayuda", "Spanish")]
    [InlineData("yardım", "Turkish")]
    [InlineData("עזרה", "Hebrew")]
    public void A_call_for_help_is_read_in_every_spelling(string text, string what = "") => IsRead(InboundKeyword.Help, text, what);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?")]
    [InlineData("\uD83D")]
    [InlineData("Please stop")]
    [InlineData("STOP please")]
    [InlineData("don't stop")]
    [InlineData("stop sending me codes")]
    [InlineData("Where is the bus stop?")]
    [InlineData("STOP2")]
    [InlineData("STOP START")]
    [InlineData("STOPSTOP")]
    [InlineData("Liked \"STOP\"")]
    [InlineData("123456")]
    [InlineData("No")]
    [InlineData("OK")]
    [InlineData("thanks")]
    public void A_message_that_is_more_or_less_than_a_keyword_is_for_people(string text) => IsRead(InboundKeyword.None, text);

    [Fact]
    public void A_keyword_in_a_text_of_endless_blanks_is_none()
    {
        IsRead(InboundKeyword.Stop, "STOP".PadRight(1600));
        IsRead(InboundKeyword.None, "STOP".PadRight(1601));
        IsRead(InboundKeyword.None, new string('S', 10_000_000));
    }

    [Fact]
    public void No_word_has_two_meanings_and_every_word_is_read()
    {
        var words = new[] { (InboundWords.Stop, InboundKeyword.Stop), (InboundWords.Start, InboundKeyword.Start), (InboundWords.Help, InboundKeyword.Help) };
        Assert.All(words, list => Assert.All(list.Item1.Split(' '), word => IsRead(list.Item2, word, word)));
    }

    [Fact]
    public void A_host_adds_words_and_takes_some_out()
    {
        var keywords = InboundKeywords.Default.With(InboundKeyword.Stop, "Enough", "leave me alone").With(InboundKeyword.None, "yes").With(InboundKeyword.Help, "td");

        Assert.Equal(InboundKeyword.Stop, keywords.Read("enough!"));
        Assert.Equal(InboundKeyword.Stop, keywords.Read("Leave me alone."));
        Assert.Equal(InboundKeyword.None, keywords.Read("YES"));
        Assert.Equal(InboundKeyword.Help, keywords.Read("TD"));
        Assert.Equal(InboundKeyword.Stop, keywords.Read("STOP"));
        IsRead(InboundKeyword.None, "enough");
        IsRead(InboundKeyword.Start, "YES");
    }

    [Fact]
    public void A_word_that_no_message_could_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => InboundKeywords.Default.With(InboundKeyword.Stop, "..."));
        Assert.Throws<ArgumentException>(() => InboundKeywords.Default.With(InboundKeyword.Stop, [null!]));
        Assert.Throws<ArgumentException>(() => InboundKeywords.Default.With((InboundKeyword)9, "x"));
        Assert.Throws<ArgumentNullException>(() => InboundKeywords.Default.Read(null!));
    }

    private static void IsRead(InboundKeyword expected, string text, string what = "") =>
        Assert.True(InboundKeywords.Default.Read(text) == expected, $"{what} \"{text}\" is read as {InboundKeywords.Default.Read(text)}");
}
