namespace LoginVerification.Cli;

/// <summary>Says how many variants of a policy were explored.</summary>
internal sealed class VariantsLine(TextWriter error) : IProgress<int>, IDisposable
{
    private readonly StatusLine line = new(error);

    public void Report(int value) => line.Write($"{Words.Count(value, "policy", "policies")} explored");

    public void Dispose() => line.Dispose();
}
