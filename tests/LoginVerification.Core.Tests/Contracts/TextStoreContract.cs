namespace LoginVerification.Tests;

/// <summary>A store that keeps nothing but what the stored format gives it keeps every promise.</summary>
internal sealed class TextStoreContract : EnrolmentsContract
{
    protected override ValueTask<EnrolmentPorts> OpenAsync()
    {
        var texts = new TextStore();
        return new(new EnrolmentPorts(texts, texts, texts.Outbox));
    }
}
