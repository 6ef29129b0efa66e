namespace LoginVerification.Docs.Tests;

public sealed class RefusalProvocationTests
{
    public static TheoryData<RefusalCode> Codes => [.. Enum.GetValues<RefusalCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_refusal_can_be_provoked_and_has_its_kinds_of_ways_out(RefusalCode code)
    {
        var provocation = Assert.Single(RefusalProvocations.All, provocation => provocation.Code == code);
        var (_, refusal) = await RefusalProvocations.SeeAsync(provocation);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(provocation.Kinds, refusal.WaysOut.Select(RefusalProvocations.KindOf));
        Assert.NotEmpty(refusal.Source.ToString()!);
    }
}
