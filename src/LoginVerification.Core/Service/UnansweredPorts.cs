namespace LoginVerification.Engine;

/// <summary>The optional ports that the host left to their defaults, by name.</summary>
internal sealed record UnansweredPorts(ValueList<string> Names)
{
    /// <summary>Attributes are missed only where the policy asks for some.</summary>
    public static UnansweredPorts Among(ICountryRegistry registry, IRiskSignal risk, ISendLimiter limiter, IPushSender push, IAccountAttributes attributes, EnrolmentPolicy policy)
    {
        (object Port, string Name)[] ports =
        [
            (registry, nameof(ICountryRegistry)),
            (risk, nameof(IRiskSignal)),
            (limiter, nameof(ISendLimiter)),
            (push, nameof(IPushSender)),
            .. policy.Document.AccountAttributes.Count == 0 ? [] : new (object, string)[] { (attributes, nameof(IAccountAttributes)) },
        ];
        return new UnansweredPorts(ports.Where(port => port.Port is NoAnswers).Select(port => port.Name).ToValueList());
    }
}
