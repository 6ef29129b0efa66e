namespace LoginVerification.Sms;

/// <summary>The forms of an address that Twilio may have signed: with its port and without.</summary>
internal static class TwilioAddress
{
    private const string SchemeEnd = "://";

    /// <summary>The address as it is, and the other form; letters stay as they are.</summary>
    public static IEnumerable<string> Forms(string address)
    {
        yield return address;
        var start = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (start < 0)
            yield break;
        var authority = start + SchemeEnd.Length;
        var end = address.AsSpan(authority).IndexOfAny('/', '?', '#') is >= 0 and var length ? authority + length : address.Length;
        // A colon before "@" is a password's, one in brackets an IPv6 address's.
        var host = address.LastIndexOf('@', end - 1, end - authority) + 1 is > 0 and var afterUser ? afterUser : authority;
        var colon = address.LastIndexOf(':', end - 1, end - host);
        if (colon > address.LastIndexOf(']', end - 1, end - host))
            yield return address[..colon] + address[end..];
        else
            yield return $"{address[..end]}:{(address.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? "443" : "80")}{address[end..]}";
    }
}
