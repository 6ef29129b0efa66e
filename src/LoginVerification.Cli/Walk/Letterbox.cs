namespace LoginVerification.Cli;

/// <summary>The person's other address, where notices arrive.</summary>
internal sealed class Letterbox(Post post) : INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        post.Arrived($"notice to the owner: {notice.Kind}");
        return Task.FromResult(NoticeReceipt.Sent);
    }
}
