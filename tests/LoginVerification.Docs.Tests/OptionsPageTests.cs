using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/options.md</c> to the options, their documentation, their defaults, and what the start check says of wrong values.</summary>
public sealed partial class OptionsPageTests
{
    /// <summary>A wrong value for each option, and what the start check says of it.</summary>
    private static readonly Dictionary<string, Action<LoginVerificationOptions>> Wrong = new()
    {
        [nameof(LoginVerificationOptions.SmsHost)] = o => o.SmsHost = "https://example.com",
        [nameof(LoginVerificationOptions.CodeKeys)] = o => o.CodeKeys["test"] = new byte[31],
        [nameof(LoginVerificationOptions.CurrentCodeKey)] = o => o.CurrentCodeKey = "missing",
        [nameof(LoginVerificationOptions.SmsTexts)] = o => o.SmsTexts["en"] = new SmsTexts($"{{code}} {new string('x', 133)}", "Gone."),
        [nameof(LoginVerificationOptions.OutboxInterval)] = o => o.OutboxInterval = TimeSpan.Zero,
        [nameof(LoginVerificationOptions.OutboxLease)] = o => o.OutboxLease = TimeSpan.Zero,
        [nameof(LoginVerificationOptions.FirstRetry)] = o => (o.FirstRetry, o.LongestRetry) = (TimeSpan.Zero, TimeSpan.FromHours(1)),
        [nameof(LoginVerificationOptions.LongestRetry)] = o => o.LongestRetry = TimeSpan.FromHours(2),
        [nameof(LoginVerificationOptions.SendAttempts)] = o => o.SendAttempts = 0,
        [nameof(LoginVerificationOptions.SendWait)] = o => o.SendWait = TimeSpan.FromMinutes(1),
        [nameof(LoginVerificationOptions.SendsSideBySide)] = o => o.SendsSideBySide = 0,
        [nameof(LoginVerificationOptions.PortDeadline)] = o => o.PortDeadline = TimeSpan.Zero,
    };

    [Fact]
    public void The_table_is_what_the_code_says_and_does()
    {
        var table = new Table("Option", "Default", "Bound", "Meaning");
        foreach (var option in Options)
            table.Row($"`{option.Name}`", Default(option, new LoginVerificationOptions()), Bound(option), XmlDocs.Of(option));
        GeneratedPart.Check("docs/options.md", "options", table.ToString());
    }

    [Fact]
    public void The_table_of_the_stores_options_is_what_the_code_says()
    {
        var table = new Table("Option", "Default", "Meaning");
        foreach (var option in typeof(LoginVerificationStoreOptions).GetProperties().OrderBy(property => property.MetadataToken))
            table.Row($"`{option.Name}`", Default(option, new LoginVerificationStoreOptions()), XmlDocs.Of(option));
        GeneratedPart.Check("docs/options.md", "store options", table.ToString());
    }

    [Theory]
    [InlineData(nameof(LoginVerificationOptions.OutboxInterval))]
    [InlineData(nameof(LoginVerificationOptions.OutboxLease))]
    [InlineData(nameof(LoginVerificationOptions.LongestRetry))]
    [InlineData(nameof(LoginVerificationOptions.SendAttempts))]
    [InlineData(nameof(LoginVerificationOptions.SendWait))]
    [InlineData(nameof(LoginVerificationOptions.SendsSideBySide))]
    [InlineData(nameof(LoginVerificationOptions.PortDeadline))]
    public void Both_ends_of_a_bound_are_allowed_and_nothing_beyond(string name)
    {
        var option = Options.Single(option => option.Name == name);
        var (least, most) = Ends(option);
        foreach (var (value, good) in new[] { (least, true), (most, true), (Beyond(least, -1), false), (Beyond(most, 1), false) })
        {
            var errors = Errors(o =>
            {
                o.FirstRetry = TimeSpan.FromSeconds(1);
                option.SetValue(o, value);
            });
            Assert.Equal(good, errors.Count == 0);
        }
    }

    private static IEnumerable<PropertyInfo> Options =>
        typeof(LoginVerificationOptions).GetProperties().OrderBy(property => property.MetadataToken);

    private static string Default(PropertyInfo option, object options) => option.GetValue(options) switch
    {
        TimeSpan span => Tell(span),
        int number => $"{number}",
        bool yes => yes ? "true" : "false",
        "" => "empty",
        System.Collections.IEnumerable items when !items.GetEnumerator().MoveNext() => "empty",
        var other => throw new InvalidOperationException($"No text is known for {other}."),
    };

    private static string Bound(PropertyInfo option)
    {
        if (option.PropertyType == typeof(bool))
            return "";
        if (option.PropertyType != typeof(TimeSpan) && option.PropertyType != typeof(int))
            return string.Join(" ", ErrorsOf(option));
        var (least, most) = Ends(option);
        return $"{Tell(least)} to {Tell(most)}";
    }

    private static (object Least, object Most) Ends(PropertyInfo option)
    {
        var told = Between().Match(string.Join("\n", ErrorsOf(option)));
        Assert.True(told.Success, $"No bound is told of {option.Name}.");
        return (Parse(told.Groups[1].Value), Parse(told.Groups[2].Value));
    }

    private static object Parse(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : int.Parse(text, CultureInfo.InvariantCulture);

    private static object Beyond(object end, int direction) => end is TimeSpan span ? span + TimeSpan.FromMilliseconds(direction) : (int)end + direction;

    private static string Tell(object value) => value switch
    {
        TimeSpan span when span < TimeSpan.FromMinutes(1) => $"{span.TotalSeconds} s",
        TimeSpan span when span < TimeSpan.FromHours(1) => $"{span.TotalMinutes} min",
        TimeSpan span => $"{span.TotalHours} h",
        _ => $"{value}",
    };

    private static IReadOnlyList<string> ErrorsOf(PropertyInfo option)
    {
        var errors = Errors(Wrong[option.Name]);
        Assert.NotEmpty(errors);
        return errors;
    }

    private static IReadOnlyList<string> Errors(Action<LoginVerificationOptions> change)
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            change(o);
        }).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IEnrolmentService>();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
    }

    [GeneratedRegex(@"must be between (\S+) and (\S+)\. ")]
    private static partial Regex Between();
}
