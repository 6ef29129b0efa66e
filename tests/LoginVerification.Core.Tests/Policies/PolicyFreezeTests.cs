using System.Collections;

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

    [Fact]
    public void What_is_frozen_is_what_was_judged()
    {
        var document = ShippedPolicies.Consistent.Document with { Rules = new RulesThatChange([new GatingRule { Name = "nothing", Actions = [] }], []) };

        Assert.Throws<PolicyInvalidException>(() => EnrolmentPolicy.Create(document));
    }

    [Fact]
    public void A_null_that_comes_later_is_found_in_what_is_frozen()
    {
        var rule = new GatingRule { Name = "lines", Actions = [EnrolmentAction.SubmitPhone], LineTypes = Selection.Except(LineType.Pager) };
        var document = ShippedPolicies.Consistent.Document with { Rules = new RulesThatChange([rule with { Name = null! }], [rule]) };

        Assert.Throws<PolicyInvalidException>(() => EnrolmentPolicy.Create(document));
    }

    [Fact]
    public void What_was_read_cannot_be_changed_before_it_is_frozen()
    {
        var reading = PolicyFile.Read(PolicyFile.Write(ShippedPolicies.Twitter2014.Document));

        Assert.Throws<NotSupportedException>(() => ((IList<GatingRule>)reading.Document!.Rules).Clear());
        Assert.Throws<NotSupportedException>(() => ((IList<ScreenAction>)reading.Document!.Surfaces[0].Screens[0].Actions).Clear());
    }

    [Fact]
    public void The_screens_of_a_policy_cannot_be_changed()
    {
        var screens = ShippedPolicies.Consistent.Screens;

        foreach (var list in new object[] { screens.Screens, screens.Homes, screens.Surfaces, screens.Screens[0].Offers, screens.Screens[0].Exits })
        {
            Assert.IsNotType<Array>(list, exactMatch: false);
            Assert.True(((IList)list).IsReadOnly);
        }
    }

    /// <summary>Rules that are others after they were looked at once.</summary>
    private sealed class RulesThatChange(IReadOnlyList<GatingRule> first, IReadOnlyList<GatingRule> later) : IReadOnlyList<GatingRule>
    {
        private IReadOnlyList<GatingRule> now = first;

        public int Count => now.Count;

        public GatingRule this[int index] => now[index];

        public IEnumerator<GatingRule> GetEnumerator()
        {
            var shown = now;
            now = later;
            return shown.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
