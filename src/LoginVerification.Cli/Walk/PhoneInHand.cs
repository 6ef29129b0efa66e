namespace LoginVerification.Cli;

/// <summary>The person's phone: it takes every SMS, no real one rings, and the code is read as a person would.</summary>
internal sealed class PhoneInHand(Post post) : ISmsSender
{
    public bool IsLive => false;

    /// <summary>The newest code, from the last line of its SMS (<c>@host #code</c>); null before one arrived.</summary>
    public string? Code { get; private set; }

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var lastLine = message.Text.Split('\n')[^1];
        if (lastLine.StartsWith('@') && lastLine.IndexOf('#', StringComparison.Ordinal) is > 0 and var mark)
        {
            Code = lastLine[(mark + 1)..];
            post.Arrived("SMS with the code arrived");
        }
        else
        {
            post.Arrived("SMS without a code arrived");
        }

        return Task.CompletedTask;
    }
}
