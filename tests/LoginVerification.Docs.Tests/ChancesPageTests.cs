using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/chances.md</c> to the behaviour, its defaults and bounds, and code that compiles and runs.</summary>
public sealed class ChancesPageTests
{
    private const string Page = "docs/chances.md";

    /// <summary>The options of the command line.</summary>
    private static readonly Dictionary<string, string> Options = new()
    {
        [nameof(EnrolmentBehaviour.SmsLoss)] = "--loss",
        [nameof(EnrolmentBehaviour.SmsLossIn)] = "--loss",
        [nameof(EnrolmentBehaviour.Mistype)] = "--mistype",
        [nameof(EnrolmentBehaviour.GiveUp)] = "--give-up",
        [nameof(EnrolmentBehaviour.GiveUpAtRefusal)] = "--give-up-at-refusal",
        [nameof(EnrolmentBehaviour.MostSms)] = "--most-sms",
        [nameof(EnrolmentBehaviour.HasDevice)] = "--device",
        [nameof(EnrolmentBehaviour.Weights)] = "--weights",
        [nameof(EnrolmentBehaviour.SmsPrice)] = "--sms-price",
        [nameof(EnrolmentBehaviour.SmsPriceIn)] = "--sms-price",
    };

    [Fact]
    public void The_table_of_the_behaviour_is_what_the_code_says()
    {
        var table = new Table("Figure", "Option", "Default", "Meaning");
        foreach (var figure in Figures<EnrolmentBehaviour>())
            table.Row($"`{figure.Name}`", $"`{Options[figure.Name]}`", Told(figure.GetValue(EnrolmentBehaviour.Default)!), XmlDocs.Of(figure));
        GeneratedPart.Check(Page, "behaviour", table.ToString());
    }

    [Fact]
    public void The_table_of_the_weights_is_what_the_code_says()
    {
        var table = new Table("Weight", "Default", "Of what");
        foreach (var weight in Figures<MoveWeights>())
            table.Row($"`{weight.Name}`", Told(weight.GetValue(new MoveWeights())!), XmlDocs.Of(weight));
        GeneratedPart.Check(Page, "weights", table.ToString());
    }

    [Fact]
    public void The_code_of_the_page_is_the_code_that_is_compiled() =>
        GeneratedPart.Check(Page, "chances", Snippets.Fenced("tests/LoginVerification.Docs.Tests/ChancesSnippets.cs", "chances"));

    [Fact]
    public void The_code_of_the_page_runs()
    {
        var israeli = ChancesSnippets.Find();

        Assert.Equal((RefusalCode.CountryNotServed, "addPhone"), (israeli.Leavings[0].Refusal, israeli.Leavings[0].Screen));
        Assert.Equal(1, israeli.Enrolled + israeli.GaveUp + israeli.Stuck, 1e-12);
    }

    private static IEnumerable<System.Reflection.PropertyInfo> Figures<T>() => typeof(T).GetProperties()
        .Where(property => property.CanWrite).OrderBy(property => property.MetadataToken);

    private static string Told(object value) => value switch
    {
        double number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        MoveWeights => "see below",
        _ => "none",
    };
}
