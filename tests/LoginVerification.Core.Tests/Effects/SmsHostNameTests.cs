namespace LoginVerification.Tests;

public sealed class SmsHostNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("Login.Example.COM", "login.example.com")]
    [InlineData("localhost", "localhost")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("XN--BCHER-KVA.example", "xn--bcher-kva.example")]
    [InlineData("faß.example", "xn--fa-hia.example")]
    [InlineData("דוגמה.example", "xn--6dbbec0c.example")]
    [InlineData("例え。example", "xn--r8jz45g.example")]
    [InlineData("उदाहरण.example", "xn--p1b6ci4b4b3a.example")]
    public void A_host_is_written_as_browsers_compare_it(string host, string written)
    {
        Assert.Null(SmsHostName.Complaint(host));
        Assert.Equal(written, SmsHostName.Written(host));
    }

    [Theory]
    [InlineData("my_host.example.com", "underscore")]
    [InlineData("exa\u200Bmple.com", "U+200B")]
    [InlineData("\u00ADexample.com", "U+00AD")]
    [InlineData("\u200Eexample.com", "U+200E")]
    [InlineData("example\uFE0F.com", "U+FE0F")]
    [InlineData("exa mple.com", "U+0020")]
    [InlineData("example.com\n", "U+000A")]
    [InlineData("bu\u0308cher.example", "A-label")]
    [InlineData("ｅxample.com", "A-label")]
    [InlineData("ex\u2024ample.com", "A-label")]
    [InlineData("a\u2215b.com", "A-label")]
    [InlineData("\u0130stanbul.example", "A-label")]
    [InlineData("shop📞.example", "A-label")]
    [InlineData("", "o.SmsHost = \"example.com\"")]
    [InlineData("https://example.com", "o.SmsHost = \"example.com\"")]
    [InlineData("example.com/login", "o.SmsHost = \"example.com\"")]
    [InlineData("example.com:8080", "o.SmsHost = \"example.com\"")]
    [InlineData("example.com.", "o.SmsHost = \"example.com\"")]
    [InlineData("-a.example", "o.SmsHost = \"example.com\"")]
    [InlineData("a..example", "o.SmsHost = \"example.com\"")]
    [InlineData("xn--.example", "o.SmsHost = \"example.com\"")]
    [InlineData("192.168.1.1", "o.SmsHost = \"example.com\"")]
    [InlineData("1.2.3", "o.SmsHost = \"example.com\"")]
    [InlineData("[::1]", "o.SmsHost = \"example.com\"")]
    [InlineData("user@example.com", "o.SmsHost = \"example.com\"")]
    public void A_name_that_browsers_would_not_fill_in_is_refused_with_what_to_write(string host, string told)
    {
        var complaint = SmsHostName.Complaint(host);
        Assert.NotNull(complaint);
        Assert.StartsWith("SmsHost", complaint, StringComparison.Ordinal);
        Assert.Contains(told, complaint, StringComparison.Ordinal);
        Assert.Equal(host, SmsHostName.Written(host));
    }

    [Fact]
    public void No_name_is_refused_too()
    {
        Assert.NotNull(SmsHostName.Complaint(null));
        Assert.Equal("", SmsHostName.Written(null));
        Assert.NotNull(SmsHostName.Complaint("\uD800.example"));
        Assert.NotNull(SmsHostName.Complaint(new string('a', 64) + ".example"));
    }
}
