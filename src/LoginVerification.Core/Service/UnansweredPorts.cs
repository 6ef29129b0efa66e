namespace LoginVerification.Engine;

/// <summary>The optional ports that the host left to their defaults, by name.</summary>
internal sealed record UnansweredPorts(ValueList<string> Names)
{
    public static UnansweredPorts Among(ICountryRegistry registry, IRiskSignal risk, ISendLimiter limiter, IPushSender push)
    {
        (object Port, string Name)[] ports =
        [
            (registry, nameof(ICountryRegistry)),
            (risk, nameof(IRiskSignal)),
            (limiter, nameof(ISendLimiter)),
            (push, nameof(IPushSender)),
        ];
        return new UnansweredPorts(ports.Where(port => port.Port is NoAnswers).Select(port => port.Name).ToValueList());
    }
}
