namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>What comes of an input.</summary>
/// <param name="After">How things stand then.</param>
/// <param name="No">Why not, or null. A wrong answer is a no, and counts.</param>
/// <param name="LetsIn">Whether a browser is let in.</param>
internal sealed record NaiveAnswer(NaiveSignIn After, RefusalCode? No = null, bool LetsIn = false);
