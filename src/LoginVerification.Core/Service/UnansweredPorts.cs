namespace LoginVerification.Engine;

/// <summary>The optional ports that the host left to their defaults, by name.</summary>
internal sealed record UnansweredPorts(ValueList<string> Names)
{
    public static UnansweredPorts Among(ICountryRegistry registry, IAppDevices devices, IRiskSignal risk, ISendLimiter limiter)
    {
        (object Port, string Name)[] ports =
        [
            (registry, nameof(ICountryRegistry)),
            (devices, nameof(IAppDevices)),
            (risk, nameof(IRiskSignal)),
            (limiter, nameof(ISendLimiter)),
        ];
        return new UnansweredPorts(ports.Where(port => port.Port is NoAnswers).Select(port => port.Name).ToValueList());
    }
}
