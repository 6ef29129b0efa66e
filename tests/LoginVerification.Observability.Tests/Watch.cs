using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LoginVerification.Observability.Tests;

/// <summary>OpenTelemetry's own SDK, as a host sets it up, with an exporter that keeps what it is given.</summary>
internal sealed class Watch : IDisposable
{
    private const string Name = "LoginVerification";
    private readonly List<Activity> spans = [];
    private readonly List<MetricSnapshot> metrics = [];
    private readonly TracerProvider tracing;
    private readonly MeterProvider metering;

    public Watch()
    {
        tracing = Sdk.CreateTracerProviderBuilder().AddSource(Name).SetSampler(new AlwaysOnSampler()).AddInMemoryExporter(spans).Build();
        metering = Sdk.CreateMeterProviderBuilder().AddMeter(Name).AddInMemoryExporter(metrics).Build();
    }

    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>The newest figures of each instrument that has any.</summary>
    public IReadOnlyList<MetricSnapshot> Metrics()
    {
        metrics.Clear();
        metering.ForceFlush();
        return [.. metrics];
    }

    public IReadOnlyList<Point> Points() =>
        [.. from metric in Metrics() from point in metric.MetricPoints select new Point(metric.Name, Tags(point), metric.MetricType is MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong())];

    public void Dispose()
    {
        tracing.Dispose();
        metering.Dispose();
    }

    private static Dictionary<string, string> Tags(MetricPoint point)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in point.Tags)
            tags.Add(tag.Key, $"{tag.Value}");
        return tags;
    }
}

/// <summary>A figure of an instrument.</summary>
internal sealed record Point(string Instrument, IReadOnlyDictionary<string, string> Tags, long Count);
