namespace LoginVerification.Exploration;

/// <summary>What ended an exploration before everything was looked at.</summary>
public enum ExplorationLimit
{
    /// <summary>There are more states than <see cref="ExplorationOptions.MostStates"/>.</summary>
    States,

    /// <summary>There are more shapes of an enrolment than <see cref="ExplorationOptions.MostShapes"/>.</summary>
    Shapes,
}
