namespace LoginVerification.Exploration;

/// <summary>Which links a route may follow. Opening a surface at its home is no link, and allowed always.</summary>
public enum RouteLinks
{
    /// <summary>Links that a user sees at once.</summary>
    Visible,

    /// <summary>Hidden links and those inside an SMS or an e-mail, too.</summary>
    All,
}
