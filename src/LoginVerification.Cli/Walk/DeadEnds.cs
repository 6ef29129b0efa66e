using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary>Ways out that a walk does not go.</summary>
internal static class DeadEnds
{
    public static string Explain(WayOut way) => way switch
    {
        WayOut.Act act => $"this number leads nowhere; the way out is {act}",
        WayOut.Retry again => $"time alone leads on, at {again.At}, and a walk does not wait",
        WayOut.Reauthenticate => "the service asks for another authentication, though the person has just authenticated",
        WayOut.AskOperator => "only the operator can help",
        _ => throw new UnreachableException(),
    };
}
