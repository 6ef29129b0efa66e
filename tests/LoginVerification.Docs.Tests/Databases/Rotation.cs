using LoginVerification;

namespace DatabaseExample;

public static class Rotation
{
    public static void First(LoginVerificationStoreOptions options, Func<string, byte[]> vault)
    {
        #region rotate first
        options.SealingKeys["2026-11"] = vault("2026-11");
        options.SealingKeys["2027-05"] = vault("2027-05"); // every process can read it before one writes it
        options.CurrentSealingKey = "2026-11";
        #endregion
    }

    public static void Then(LoginVerificationStoreOptions options, Func<string, byte[]> vault)
    {
        #region rotate then
        options.SealingKeys["2026-11"] = vault("2026-11");
        options.SealingKeys["2027-05"] = vault("2027-05");
        options.CurrentSealingKey = "2027-05"; // data under the old key is sealed anew in the background
        #endregion
    }
}
