using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Observability.Tests;

/// <summary>What OpenTelemetry sees of a long life is what the page says: each name, no other, and nothing of anybody.</summary>
public sealed class ObservedTests
{
    [Fact]
    public async Task Every_documented_name_is_seen_and_no_other()
    {
        using var watch = new Watch();
        await new Story(new KeptLogs()).PlayAsync();
        var points = watch.Points();

        Assert.Equal(Documented.Instruments.Keys.Order(), points.Select(point => point.Instrument).Distinct().Order());
        Assert.Equal(Documented.Spans.Keys.Order(), watch.Spans.Select(span => span.OperationName).Distinct().Order());
        foreach (var (name, attributes) in Documented.Instruments)
            Assert.Equal(attributes.Order(), points.Where(point => point.Instrument == name).SelectMany(point => point.Tags.Keys).Distinct().Order());
        foreach (var (name, attributes) in Documented.Spans)
            Assert.Equal(attributes.Order(), watch.Spans.Where(span => span.OperationName == name).SelectMany(span => span.TagObjects.Select(tag => tag.Key)).Distinct().Order());
        foreach (var (name, outcomes) in Documented.Outcomes)
            Assert.Equal(outcomes.Order(), points.Where(point => point.Instrument == name).Select(point => point.Tags["login_verification.outcome"]).Distinct().Order());
        AssertClosed(points, watch.Spans);
    }

    [Fact]
    public async Task Nothing_that_is_measured_traced_or_logged_holds_a_number_a_code_a_challenge_or_an_account()
    {
        using var watch = new Watch();
        var logs = new KeptLogs();
        var story = new Story(logs);
        await story.PlayAsync();
        string[] seen =
        [
            .. logs.Lines.Select(line => line.Text),
            .. watch.Points().SelectMany(point => point.Tags.Values),
            .. watch.Spans.SelectMany(span => new[] { span.DisplayName, span.StatusDescription ?? "" }
                .Concat(span.TagObjects.Select(tag => $"{tag.Value}"))
                .Concat(span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Value}")))
                .Concat(span.Baggage.Select(item => $"{item.Key} {item.Value}"))),
        ];
        Assert.True(seen.Length > 500, $"{seen.Length} texts are too few to have looked at.");
        Assert.True(story.Secrets.Count > 20, $"{story.Secrets.Count} secrets are too few to have looked for.");
        Assert.Empty(from secret in story.Secrets from text in seen where text.Contains(secret, StringComparison.OrdinalIgnoreCase) select $"{secret}: {text}");
    }

    [Fact]
    public async Task Whoever_comes_with_whatever_number_and_code_adds_no_value()
    {
        using var watch = new Watch();
        using var host = new SignInHost();
        async Task LiveAsync(int of)
        {
            var account = AccountId.Parse($"account {Guid.NewGuid()} {of}");
            var user = host.Enrolments.ForUser(account, SignInHost.Web, host.Now, idempotencyKey: $"{Guid.NewGuid()}", correlationId: $"{Guid.NewGuid()}", language: of % 2 == 0 ? "he" : "en");
            await user.SubmitPhoneAsync($"+9725{of % 9}{2_000_000 + of}");
            await user.ConfirmCodeAsync($"{of:D6}");
            await user.ConfirmCodeAsync($"x{of}");
            await host.SignIns.BeginAsync(account, SignInHost.Web, new SignInContext { Browser = $"browser {of}", Place = $"place {of}" });
            await host.SignIns.AnswerAsync(account, SignInHost.Web, new ChallengeId($"{Guid.NewGuid()}"), $"{of:D6}");
        }

        for (var of = 0; of < 200; of++)
            await LiveAsync(of);
        var few = watch.Points().Count;
        for (var of = 200; of < 3000; of++)
            await LiveAsync(of);

        Assert.Equal(few, watch.Points().Count);
        Assert.True(few < 60, $"{few} series.");
        AssertClosed(watch.Points(), watch.Spans);
        Assert.Equal(15_000, watch.Points().Where(point => point.Instrument == "login_verification.commands").Sum(point => point.Count));
        Assert.Equal(15_000, watch.Points().Where(point => point.Instrument == "login_verification.command.duration").Sum(point => point.Count));
        Assert.Equal(15_000, watch.Spans.Count(span => span.OperationName == "login_verification.command"));
    }

    [Fact]
    public async Task A_surface_that_the_policy_does_not_declare_is_in_no_figure()
    {
        using var watch = new Watch();
        using var host = new SignInHost();
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Enrolments.ForUser(SignInHost.Alice, Surface.Parse("made-up"), host.Now).ResendCodeAsync());
        Assert.Empty(watch.Points());
        Assert.Empty(watch.Spans);
    }

    [Fact]
    public async Task A_command_is_one_span_with_its_delivery_below_it_and_lasts_as_long_as_it_took()
    {
        using var watch = new Watch();
        using var host = new SignInHost();
        host.Phone.Hang = (_, _) =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        };
        await host.Session().SubmitPhoneAsync(SignInHost.Number);

        var command = Assert.Single(watch.Spans, span => span.OperationName == "login_verification.command");
        var delivery = Assert.Single(watch.Spans, span => span.OperationName == "login_verification.delivery");
        Assert.Equal(command.SpanId, delivery.ParentSpanId);
        Assert.Equal(
            [("login_verification.command", "SubmitPhone"), ("login_verification.initiator", "User"), ("login_verification.outcome", "accepted"), ("login_verification.surface", "web")],
            command.TagObjects.Select(tag => (tag.Key, $"{tag.Value}")).Order());
        Assert.Equal(ActivityStatusCode.Unset, command.Status);
        var duration = Assert.Single(watch.Metrics(), metric => metric.Name == "login_verification.command.duration");
        Assert.Equal("s", duration.Unit);
        Assert.Equal(2, Assert.Single(duration.MetricPoints).GetHistogramSum());
    }

    [Fact]
    public async Task A_refusal_is_no_error_of_the_span_and_an_exception_is_one_without_its_message()
    {
        using var watch = new Watch();
        await new Story(new KeptLogs()).PlayAsync();
        Assert.All(watch.Spans, span => Assert.Equal($"{span.GetTagItem("login_verification.outcome")}" is "failed", span.Status is ActivityStatusCode.Error));
        Assert.All(watch.Spans, span => Assert.Null(span.StatusDescription));
        Assert.All(watch.Spans, span => Assert.Empty(span.Events));
    }

    [Fact]
    public async Task A_command_is_logged_by_how_it_ended()
    {
        var logs = new KeptLogs();
        using var host = new SignInHost(policy => policy with { Lock = policy.Lock with { FinalFailures = 5 } }, builder => builder.Services.AddLogging(logging => logging.AddProvider(logs)));
        await host.Session().SubmitPhoneAsync("12");
        await host.Session().SubmitPhoneAsync(SignInHost.Number);
        for (var tries = 0; tries < 6; tries++)
            await host.Session().ConfirmCodeAsync(host.WrongCode());
        Assert.Contains(logs.Lines, line => line is { Id.Id: 25, Level: LogLevel.Information } && line.Text.StartsWith("SubmitPhone, given by User on web: refused (CountryMissing).", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line is { Id.Id: 24, Level: LogLevel.Information } && line.Text.StartsWith("SubmitPhone, given by User on web: accepted.", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line is { Id.Id: 25, Level: LogLevel.Warning } && line.Text.Contains("refused (LockedUntilUnlock)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_asks_every_second_whether_the_owner_has_answered_does_not_fill_the_log()
    {
        var logs = new KeptLogs();
        using var host = new SignInHost(configure: builder => builder.Services.AddLogging(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace)));
        using var app = await host.EnableAppAsync();
        Assert.Equal(RefusalCode.SignInUnanswered, (await host.CompleteAsync((await host.ChallengedAsync()).Id)).Code());
        Assert.Equal(LogLevel.Debug, Assert.Single(logs.Lines, line => line.Text.Contains("refused (SignInUnanswered)", StringComparison.Ordinal)).Level);
    }

    private static void AssertClosed(IEnumerable<Point> points, IEnumerable<Activity> spans)
    {
        Assert.Empty(
            from point in points
            from tag in point.Tags
            where !Documented.Allows(point.Instrument, tag.Key, tag.Value)
            select $"{point.Instrument} {tag.Key}={tag.Value}");
        Assert.Empty(
            from span in spans
            from tag in span.TagObjects
            where !Documented.Allows(span.OperationName, tag.Key, $"{tag.Value}")
            select $"{span.OperationName} {tag.Key}={tag.Value}");
    }
}
