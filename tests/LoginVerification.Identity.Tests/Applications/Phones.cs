namespace LoginVerification.Identity.Tests.Applications;

/// <summary>Numbers that Ofcom keeps for drama: nobody holds them.</summary>
internal static class Phones
{
    public const string First = "+447700900101";
    public const string Second = "+447700900102";
    public const string Third = "+447700900103";
}
