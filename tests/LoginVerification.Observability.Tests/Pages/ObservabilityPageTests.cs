using System.Diagnostics.Metrics;
using System.Reflection;
using LoginVerification.Docs.Tests;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Observability.Tests.Pages;

/// <summary>Holds <c>docs/observability.md</c> to the code: <c>UPDATE_DOCS=1 dotnet test tests/LoginVerification.Observability.Tests</c> writes its tables anew.</summary>
public sealed class ObservabilityPageTests
{
    private const string Page = "docs/observability.md";
    private const string Outcome = "login_verification.outcome";

    [Fact]
    public void The_instruments_are_those_of_the_code()
    {
        var table = new Table("Instrument", "Kind, unit", "Meaning", "Attributes", "Outcomes");
        foreach (var instrument in Instruments().OrderBy(instrument => instrument.Name, StringComparer.Ordinal))
        {
            table.Row(
                $"`{instrument.Name}`",
                $"{instrument.GetType().Name.Split('`')[0].ToLowerInvariant()}, `{instrument.Unit}`",
                instrument.Description!,
                Listed(Documented.Instruments[instrument.Name]),
                Listed(Documented.Outcomes.GetValueOrDefault(instrument.Name, [])));
        }

        GeneratedPart.Check(Page, "instruments", table.ToString());
    }

    [Fact]
    public void The_spans_are_those_that_are_seen()
    {
        var table = new Table("Span", "Attributes");
        foreach (var (span, attributes) in Documented.Spans)
            table.Row($"`{span}`", Listed(attributes));
        GeneratedPart.Check(Page, "spans", table.ToString());
    }

    [Fact]
    public void The_values_are_those_that_are_allowed()
    {
        var table = new Table("Attribute", "Values");
        foreach (var (attribute, values) in Documented.Values)
        {
            table.Row($"`{attribute}`", attribute switch
            {
                "error.type" => "the code of a [refusal](refusals.md), the reason that a provider gave, or the type of an exception; not there where all went well",
                "login_verification.surface" => "what the policy declares; not there where nobody acts at a surface",
                _ => Listed(values),
            });
        }

        GeneratedPart.Check(Page, "values", table.ToString());
    }

    [Fact]
    public void The_lines_of_the_log_are_those_of_the_code()
    {
        var table = new Table("Event", "Level", "Part", "Line");
        foreach (var (part, line) in Lines().OrderBy(entry => entry.Line.EventId).ThenBy(entry => entry.Part, StringComparer.Ordinal))
            table.Row($"{line.EventId}", line.Level is LogLevel.None ? "by what happened" : $"{line.Level}", $"`{part}`", line.Message);
        GeneratedPart.Check(Page, "log", table.ToString());
    }

    [Fact]
    public void A_number_from_20_on_is_one_line_s() =>
        Assert.Empty(Lines().GroupBy(entry => entry.Line.EventId).Where(lines => lines.Key >= 20 && lines.Count() > 1).SelectMany(lines => lines.Select(entry => $"{lines.Key} {entry.Part}")));

    [Fact]
    public void No_package_s_lines_are_forgotten() => Assert.Equal(
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Sum(file => File.ReadAllText(file).Split("[LoggerMessage(").Length - 1),
        Lines().Count());

    private static List<Instrument> Instruments()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "LoginVerification")
                    found.Add(instrument);
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(OutboxDispatcher).Assembly.GetType("LoginVerification.Engine.Instruments", throwOnError: true)!.TypeHandle);
        listener.Start();
        return found;
    }

    private static IEnumerable<(string Part, LoggerMessageAttribute Line)> Lines() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "LoginVerification*.dll")
        let assembly = Assembly.LoadFrom(file)
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let line = method.GetCustomAttribute<LoggerMessageAttribute>()
        where line is not null
        select (type.Name.Split('`')[0], line);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
