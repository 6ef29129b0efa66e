using System.Text.Json;

namespace LoginVerification.Faults.Worker;

/// <summary>What a test wants of a worker; its one argument, as JSON.</summary>
internal sealed record WorkerSettings
{
    /// <summary>The worker's name, which the gateway and the journal learn.</summary>
    public required string Name { get; init; }

    public required bool IsPostgres { get; init; }

    public required string Connection { get; init; }

    /// <summary>Where the gateway of the test listens, on loopback.</summary>
    public required int GatewayPort { get; init; }

    /// <summary>The file that gets a line before and after each command.</summary>
    public required string Journal { get; init; }

    /// <summary>The first account that gets new commands.</summary>
    public int FirstAccount { get; init; }

    public int Accounts { get; init; }

    /// <summary>How many commands at once.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>Whether all lanes, and other workers, give commands to the same accounts: then no command has a name of its own, and none is repeated.</summary>
    public bool IsRace { get; init; }

    /// <summary>How many commands each account gets; none by default, so that only what was left unanswered is given again.</summary>
    public int MostCommands { get; init; }

    public bool RunsOutbox { get; init; } = true;

    public double LeaseSeconds { get; init; } = 5;

    public double SendWaitSeconds { get; init; } = 1;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static WorkerSettings Parse(string json) => JsonSerializer.Deserialize<WorkerSettings>(json)!;
}
