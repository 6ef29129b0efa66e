namespace LoginVerification.Tests;

/// <summary>Public keys of devices that nobody has the private keys of.</summary>
internal static class TestKeys
{
    /// <summary>The points d·G of P-256 for small d (the generator, its double, and both together): NIST's own numbers, so that no library made them.</summary>
    public static DeviceKey First { get; } = KeyOf(
        "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296", "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");

    public static DeviceKey Second { get; } = KeyOf(
        "7CF27B188D034F7E8A52380304B51AC3C08969E277F21B35A60B48FC47669978", "07775510DB8ED040293D9AC69F7430DBBA7DADE63CE982299E04B79D227873D1");

    public static DeviceKey Third { get; } = KeyOf(
        "5ECBE4D1A6330A44C8F7EF951D4BF165E6C6B721EFADA985FB41661BC6E7FD6C", "8734640C4998FF7E374B06CE1A64A2ECD82AB036384FB83D9A79B127A27D5032");

    private static DeviceKey KeyOf(string x, string y) => DeviceKey.Parse(System.Buffers.Text.Base64Url.EncodeToString([4, .. Convert.FromHexString(x), .. Convert.FromHexString(y)]));
}
