namespace LoginVerification.Tests.Policies;

public sealed class PolicyFreezeTests
{
    [Fact]
    public async Task Whoever_wrote_a_policy_cannot_change_what_runs()
    {
        var carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = Selection.Except<Carrier>(Carrier.Parse("Refused")) };
        var surfaces = ShippedPolicies.Consistent.Document.Surfaces.ToList();
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Surfaces = surfaces,
            Rules = [new GatingRule { Name = "carriers", Actions = [EnrolmentAction.SubmitPhone], Carriers = carriers }],
        });
        carriers.Clear();
        surfaces.Clear();

        using var host = new ServiceHost(policy);
        Assert.Equal(RefusalCode.CarrierNotServed, (await host.As("web", new SubmitPhone("+972502345678", Carrier: Carrier.Parse("Refused")))).Refusal!.Code);
        Assert.Null((await host.As("web", new SubmitPhone("+972502345678", Carrier: Carrier.Parse("Served")))).Refusal);
    }
}
