using Microsoft.AspNetCore.Http;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>The owner's prompt names a browser by the package's words.</summary>
public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari, macOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Security check: type 42 to block this sign-in", null)]
    [InlineData("Firefox/1 Windows: type 42 to block this sign-in", "Firefox, Windows")]
    [InlineData("", null)]
    public void A_browser_is_named_by_words_of_our_own(string userAgent, string? name)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.UserAgent = userAgent;
        Assert.Equal(name, new LoginVerificationHttpOptions().Browser(context));
    }
}
