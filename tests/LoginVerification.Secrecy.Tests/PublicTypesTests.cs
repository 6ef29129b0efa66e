using System.Text.Json;
using LoginVerification.Sms;
using LoginVerification.WebPush;
using Xunit.Abstractions;

namespace LoginVerification.Secrecy.Tests;

/// <summary>
/// Every public type of every library is filled with a number, a code, a nonce and a key, and then written as JSON and as text. A type that
/// cannot be filled fails, so that a new one is noticed: give it a maker in <see cref="Makers"/>.
/// </summary>
public sealed class PublicTypesTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Every_public_type_can_be_filled()
    {
        var unfilled = PublicTypes.WithInstances.Where(type => Filled(type) is null).Select(type => type.FullName).ToList();
        output.WriteLine($"{PublicTypes.WithInstances.Count} public types of {PublicTypes.Libraries.Count} libraries.");
        Assert.Empty(unfilled);
    }

    [Fact]
    public void No_public_type_writes_a_number_a_code_a_nonce_or_a_key_as_JSON()
    {
        var written = PublicTypes.WithInstances
            .SelectMany(type => new[] { JsonSerializerOptions.Default, Web }.Select(options => (type, json: Write(Filled(type)!, type, options))))
            .Where(pair => pair.json is not null)
            .ToList();
        output.WriteLine($"{written.Count} documents, {written.Sum(pair => pair.json!.Length)} characters.");
        Assert.Empty(Leaks(written.Select(pair => (pair.type, pair.json!))));
        // What cannot become JSON leaks nothing; what a host writes does become JSON.
        Assert.Superset(Results, written.Select(pair => pair.type).ToHashSet());
    }

    [Fact]
    public void No_public_type_shows_a_number_a_code_a_nonce_or_a_key_as_text() =>
        Assert.Empty(Leaks(PublicTypes.WithInstances.Select(type => (type, Filled(type)!.ToString() ?? ""))));

    /// <summary>The search finds what it is to find.</summary>
    [Fact]
    public void A_secret_in_sight_is_seen()
    {
        var shown = new { Secrets.Number, Secrets.Code, Secrets.NonceHex, Secrets.Key };
        Assert.Equal(["the code", "the key", "the nonce", "the number"], Secrets.In(JsonSerializer.Serialize(shown, Web)).Order());
        var held = PublicTypes.WithInstances.Where(type => Holds(Filled(type)!, 0)).ToHashSet();
        output.WriteLine($"{held.Count} types hold a secret.");
        Assert.Superset(Holders, held);
    }

    private static HashSet<Type> Results { get; } =
        [typeof(EnrolmentResult), typeof(EnrolmentStatus), typeof(LoginRequirement.Verify), typeof(Refusal), typeof(WayOut.Act), typeof(ActionStatus), typeof(Origin), typeof(Caller), typeof(Notice)];

    private static HashSet<Type> Holders { get; } =
    [
        typeof(Enrolment), typeof(Challenge), typeof(SubmitPhone), typeof(ConfirmCode), typeof(SmsMessage), typeof(PhoneSubmitted), typeof(PhoneDetails), typeof(EnrolmentChange),
        typeof(Facts), typeof(Decision), typeof(LoginVerificationOptions), typeof(PhoneReading.Readable), typeof(OptOutOfDelivery), typeof(ChallengeSeed),
        typeof(KannelOptions), typeof(TwilioOptions), typeof(WebPushOptions), typeof(InboundSms), typeof(SmsCallback.Inbound),
    ];

    private static object? Filled(Type type) => new Filler(Makers.ByHand).Make(type);

    private static string? Write(object filled, Type type, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Serialize(filled, type, options);
        }
        catch (Exception refused) when (refused is NotSupportedException or InvalidOperationException or JsonException)
        {
            return Secrets.In(refused.ToString()).Any() ? refused.ToString() : null;
        }
    }

    private static List<string> Leaks(IEnumerable<(Type Type, string Text)> shown) =>
        [.. shown.SelectMany(pair => Secrets.In(pair.Text).Select(secret => $"{pair.Type.Name} shows {secret}: {pair.Text}"))];

    private static bool Holds(object value, int depth) => value switch
    {
        PhoneNumber or PhoneInput or CodeInput or Nonce => true,
        byte[] bytes => bytes.AsSpan().SequenceEqual(Secrets.Key),
        string text => Secrets.In(text).Any(),
        System.Collections.IDictionary map => map.Values.Cast<object?>().Any(item => item is not null && Holds(item, depth + 1)),
        _ when depth > 4 || value.GetType().Namespace?.StartsWith(nameof(LoginVerification), StringComparison.Ordinal) is not true => value is System.Collections.IEnumerable items
            && depth <= 4 && items.Cast<object?>().Any(item => item is not null && Holds(item, depth + 1)),
        _ => value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false })
                .Select(property => property.GetValue(value)).Any(item => item is not null && Holds(item, depth + 1))
            || (value is System.Collections.IEnumerable list && list.Cast<object?>().Any(item => item is not null && Holds(item, depth + 1))),
    };
}
