using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LoginVerification.Observability.Tests;
using Xunit.Abstractions;

namespace LoginVerification.Secrecy.Tests;

/// <summary>
/// Attack 9: all that a run gives out is searched for numbers, codes, challenges, keys and accounts. Everybody is listened to, whatever they are called: the
/// libraries and the framework below them.
/// </summary>
public sealed class RunOutputTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_activity_no_measurement_and_no_line_of_the_log_shows_a_secret()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            // What a client asks, and a server is asked, is theirs to tell: the query of a callback is in it.
            ActivityStopped = activity =>
            {
                if (!activity.Source.Name.StartsWith("System.Net.", StringComparison.Ordinal) && !activity.Source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                    seen.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {Told(activity.TagObjects)} {Told(activity.Baggage)} {string.Join(' ', activity.Events.Select(happened => Told(happened.Tags)))}");
            },
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue($"{instrument.Name} {value} {Told(tags.ToArray())}"));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue($"{instrument.Name} {Told(tags.ToArray())}"));
        meters.Start();
        var logs = new KeptLogs();
        var story = new Story(logs);
        await story.PlayAsync();

        string[] all = [.. seen, .. logs.Lines.Select(line => line.Text)];
        output.WriteLine($"{all.Length} texts, {story.Secrets.Count} secrets.");
        Assert.True(seen.Count > 200 && logs.Lines.Count > 50 && story.Secrets.Count > 20);
        Assert.Empty(from secret in story.Secrets from text in all where text.Contains(secret, StringComparison.OrdinalIgnoreCase) select $"{secret}: {text}");
    }

    private static string Told<T>(IEnumerable<KeyValuePair<string, T>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
