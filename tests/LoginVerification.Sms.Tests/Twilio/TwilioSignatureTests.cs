using System.Globalization;
using System.Text;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>
/// Signatures as Twilio publishes them: the address, token, parameters and signatures are the test vectors of its C# library (twilio-csharp,
/// <c>RequestValidatorTest</c>), the first also of its documentation.
/// </summary>
public sealed class TwilioSignatureTests
{
    private const string Address = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private const string Token = "12345";
    private const string Body = """{"property": "value", "boolean": true}""";
    private const string BodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static readonly KeyValuePair<string, string>[] Form =
    [
        new("CallSid", "CA1234567890ABCDE"), new("From", "+14158675309"), new("Digits", "1234"), new("To", "+18005551212"), new("Caller", "+14158675309"),
    ];

    [Theory]
    [InlineData(Address, Signature)]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", Signature)]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2", "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [InlineData("http://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "PJ08CxXr7KLPjEQCTc8LkUSMwSM=")]
    [InlineData("HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [InlineData("http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2", "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    public void A_published_signature_holds(string address, string signature) => Assert.True(TwilioSignature.IsOfForm([Token], address, Form, signature));

    [Fact]
    public void The_order_of_the_parameters_makes_no_difference() =>
        Assert.All(new[] { Form.Reverse(), Form.OrderBy(field => field.Value) }, form => Assert.True(TwilioSignature.IsOfForm([Token], Address, form, Signature)));

    /// <summary>The cultures sort Caller before CallSid; Twilio does not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("cs-CZ")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_host_makes_no_difference(string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            Assert.True(CultureInfo.CurrentCulture.CompareInfo.Compare("Caller", "CallSid") < 0, "No culture's own order is at work here.");
            Assert.True(TwilioSignature.IsOfForm([Token], Address, Form, Signature));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_token_that_counts_will_do() => Assert.True(TwilioSignature.IsOfForm(["new", Token, ""], Address, Form, Signature));

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3")]
    [InlineData("https://mycompany.com/myapp.php")]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1")]
    [InlineData("https://mycompany.example/myapp.php?foo=1&bar=2")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("://")]
    [InlineData("https://")]
    [InlineData("https://@:")]
    public void Another_address_fails(string address) => Assert.False(TwilioSignature.IsOfForm([Token], address, Form, Signature));

    [Fact]
    public void A_changed_added_or_missing_parameter_fails()
    {
        KeyValuePair<string, string>[][] changed =
        [
            [.. Form[..^1], new("Caller", "+14158675308")],
            [.. Form[..^1], new("caller", "+14158675309")],
            [.. Form, new("More", "")],
            [.. Form, new("From", "+14158675300")],
            Form[..^1],
            [],
        ];
        Assert.All(changed, form => Assert.False(TwilioSignature.IsOfForm([Token], Address, form, Signature)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8= ")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("=")]
    [InlineData("é")]
    public void Another_signature_fails(string? signature) => Assert.False(TwilioSignature.IsOfForm([Token], Address, Form, signature));

    [Fact]
    public void Another_token_or_none_fails()
    {
        Assert.All(new[] { "12346", "1234", "", "123450" }, token => Assert.False(TwilioSignature.IsOfForm([token], Address, Form, Signature)));
        Assert.False(TwilioSignature.IsOfForm([], Address, Form, Signature));
        // What an empty token would sign anybody can compute.
        var signedWithNothing = Signer.Sign(Address, [], "");
        Assert.False(TwilioSignature.IsOfForm([""], Address, [], signedWithNothing));
    }

    [Fact]
    public void A_body_is_signed_by_its_hash_in_the_address()
    {
        const string address = $"{Address}&bodySHA256={BodyHash}";
        const string signature = "a9nBmqA0ju/hNViExpshrM61xv4=";
        Assert.True(TwilioSignature.IsOfBody([Token], address, Encoding.UTF8.GetBytes(Body), signature));
        Assert.True(TwilioSignature.IsOfBody([Token], $"https://mycompany.com/myapp.php?bodySHA256={BodyHash}", Encoding.UTF8.GetBytes(Body), "y77kIzt2vzLz71DgmJGsen2scGs="));

        Assert.False(TwilioSignature.IsOfBody([Token], address, Encoding.UTF8.GetBytes($"{Body} "), signature));
        Assert.False(TwilioSignature.IsOfBody([Token], address, [], signature));
        Assert.False(TwilioSignature.IsOfBody([Token], $"{address}0", Encoding.UTF8.GetBytes(Body), signature));
        Assert.False(TwilioSignature.IsOfBody(["12346"], address, Encoding.UTF8.GetBytes(Body), signature));
    }

    /// <summary>A signature of the address alone must not vouch for a body.</summary>
    [Fact]
    public void A_body_without_its_hash_fails()
    {
        var signature = Signer.Sign(Address, [], Token);
        Assert.True(TwilioSignature.IsOfForm([Token], Address, [], signature));
        Assert.False(TwilioSignature.IsOfBody([Token], Address, Encoding.UTF8.GetBytes(Body), signature));
    }
}
