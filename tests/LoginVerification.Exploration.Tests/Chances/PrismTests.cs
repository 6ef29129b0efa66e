using LoginVerification.Exploration.Tests.Oracles;

namespace LoginVerification.Exploration.Tests.Chances;

public class PrismTests
{
    private static readonly EnrolmentBehaviour Careless = new() { SmsLoss = 0.3, Mistype = 0.4, GiveUp = 0.01, MostSms = 5, SmsLossIn = new Dictionary<CountryCode, double> { [CountryCode.Parse("EG")] = 0.6 }, SmsPriceIn = new Dictionary<CountryCode, double> { [CountryCode.Parse("IL")] = 0.2 } };

    public static TheoryData<string, bool> Policies()
    {
        var data = new TheoryData<string, bool>();
        foreach (var policy in ShippedPolicies.Names)
        {
            data.Add(policy, false);
            data.Add(policy, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_independent_solver_of_the_exported_text_comes_to_the_same(string policy, bool careless) =>
        Agree(EnrolmentChances.Of(ShippedPolicies.Load(policy), careless ? Careless : null));

    [Fact]
    public void It_does_for_names_and_conditions_of_every_kind() => Agree(EnrolmentChances.Of(OddPolicy.Policy));

    [Fact]
    public void It_is_the_same_text_always()
    {
        var policy = ShippedPolicies.Load("twitter-2014");
        Assert.Equal(Export(policy), Export(policy));
        Assert.Equal(Export(policy), Text(EnrolmentChances.Of(policy)));

        static string Export(EnrolmentPolicy policy)
        {
            var output = new StringWriter();
            PolicyExport.Write(policy, ExportFormat.Prism, output);
            return output.ToString();
        }
    }

    private static void Agree(EnrolmentChances chances)
    {
        var model = PrismModel.Read(Text(chances));
        Assert.All(model.Commands, updates => Assert.Equal(1, updates.Sum(update => update.Probability), 1e-14));
        var (enrolled, gaveUp, stuck) = (model.Reach("enrolled"), model.Reach("gaveUp"), model.Reach("stuck"));
        var (steps, sms, cost) = (model.Total("steps"), model.Total("sms"), model.Total("cost"));
        var survey = chances.Model.Screens.Surfaces.SelectMany(surface => chances.Survey(surface)).ToList();
        Assert.Equal(survey.Count, model.Starts.Count);
        Assert.All(survey, chance =>
        {
            var start = model.Starts[$"{chance.From}, {chance.Numbers}{chance.HasDevice switch { true => ", with a device", false => ", without a device", null => "" }}"];
            Assert.Equal(enrolled[start], chance.Enrolled, 1e-9);
            Assert.Equal(gaveUp[start], chance.GaveUp, 1e-9);
            Assert.Equal(stuck[start], chance.Stuck, 1e-9);
            Assert.Equal(steps[start], chance.Steps, 1e-9);
            Assert.Equal(sms[start], chance.Sms, 1e-9);
            Assert.Equal(cost[start], chance.Cost, 1e-9);
        });
    }

    private static string Text(EnrolmentChances chances)
    {
        var output = new StringWriter();
        PolicyExport.WriteChains(chances, output);
        return output.ToString();
    }
}
