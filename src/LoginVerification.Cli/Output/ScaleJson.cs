using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>How far books were kept.</summary>
internal sealed record ScaleJson(int Numbers, int WrongTries, int EveryFailures, int FinalFailures, int SendsPerNumber, int SendsPerAccount)
{
    public static ScaleJson Of(ExplorationScale scale) =>
        new(scale.Numbers, scale.WrongTries, scale.EveryFailures, scale.FinalFailures, scale.SendsPerNumber, scale.SendsPerAccount);
}
