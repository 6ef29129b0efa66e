namespace LoginVerification.Sms;

/// <summary>What a gateway answered over HTTP.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; it may repeat the number, so that nothing shows it.</param>
internal readonly record struct GatewayAnswer(int Status, string Body)
{
    public override string ToString() => $"HTTP {Status}";
}
