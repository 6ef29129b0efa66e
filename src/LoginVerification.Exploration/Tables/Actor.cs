namespace LoginVerification.Exploration;

/// <summary>Who moves a graph on.</summary>
public enum Actor
{
    /// <summary>The account's owner: commands, links, opening a surface, registering a device.</summary>
    User,

    /// <summary>Time that passes until a timer is over.</summary>
    Time,

    /// <summary>What nobody chooses: an SMS that arrives or is lost, a STOP message, a number that changed hands, a device that is lost.</summary>
    Environment,

    /// <summary>The host's staff.</summary>
    Operator,
}
