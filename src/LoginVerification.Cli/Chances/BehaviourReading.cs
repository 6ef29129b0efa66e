using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written of users' behaviour, not yet read. Null keeps the default.</summary>
internal sealed record BehaviourOptions
{
    public string? Loss { get; init; }

    public string? Mistype { get; init; }

    public string? GiveUp { get; init; }

    public string? GiveUpAtRefusal { get; init; }

    public string? MostSms { get; init; }

    public string? Weights { get; init; }

    public string? SmsPrice { get; init; }

    public required string Device { get; init; }
}

/// <summary>Reads users' behaviour: <c>0.05</c>, with countries <c>0.05,IL=0.2</c>, and weights <c>hiddenLink=0,surface=1</c>.</summary>
internal sealed class BehaviourReading(InputReading input)
{
    private static readonly IReadOnlyList<Weight> Weights =
    [
        new("action", weights => weights.Action, (weights, value) => weights with { Action = value }),
        new("visibleLink", weights => weights.VisibleLink, (weights, value) => weights with { VisibleLink = value }),
        new("hiddenLink", weights => weights.HiddenLink, (weights, value) => weights with { HiddenLink = value }),
        new("externalLink", weights => weights.ExternalLink, (weights, value) => weights with { ExternalLink = value }),
        new("surface", weights => weights.Surface, (weights, value) => weights with { Surface = value }),
        new("shownWayOut", weights => weights.ShownWayOut, (weights, value) => weights with { ShownWayOut = value }),
        new("startAnew", weights => weights.StartAnew, (weights, value) => weights with { StartAnew = value }),
        new("registerDevice", weights => weights.RegisterDevice, (weights, value) => weights with { RegisterDevice = value }),
    ];

    public static string DefaultWeights => string.Join(',', Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key}={weight.Read(new MoveWeights())}")));

    public EnrolmentBehaviour Read(BehaviourOptions written)
    {
        var usual = EnrolmentBehaviour.Default;
        var (loss, lossIn) = ByCountry("--loss", written.Loss, usual.SmsLoss, Probability);
        var (price, priceIn) = ByCountry("--sms-price", written.SmsPrice, usual.SmsPrice, Price);
        return new EnrolmentBehaviour
        {
            SmsLoss = loss,
            SmsLossIn = lossIn,
            Mistype = One("--mistype", written.Mistype, usual.Mistype, Probability),
            GiveUp = One("--give-up", written.GiveUp, usual.GiveUp, Probability),
            GiveUpAtRefusal = One("--give-up-at-refusal", written.GiveUpAtRefusal, usual.GiveUpAtRefusal, Probability),
            MostSms = (int)One("--most-sms", written.MostSms, usual.MostSms, new Range(1, 20, "a whole number, 1 to 20", IsWhole: true)),
            HasDevice = input.Device(written.Device),
            Weights = ReadWeights(written.Weights),
            SmsPrice = price,
            SmsPriceIn = priceIn,
        };
    }

    private static Range Probability { get; } = new(0, 1, "a probability, 0 to 1");

    private static Range Price { get; } = new(0, EnrolmentBehaviour.MostPrice, string.Create(CultureInfo.InvariantCulture, $"a price, 0 to {EnrolmentBehaviour.MostPrice:N0}"));

    private static Range Heaviness { get; } = new(0, MoveWeights.Most, string.Create(CultureInfo.InvariantCulture, $"a weight, 0 to {MoveWeights.Most:N0}"));

    private double One(string place, string? written, double usual, Range range) => written is null ? usual : Figure(place, written, range) ?? usual;

    private (double General, IReadOnlyDictionary<CountryCode, double> ByCountry) ByCountry(string place, string? written, double usual, Range range)
    {
        var general = usual;
        var byCountry = new Dictionary<CountryCode, double>();
        foreach (var (index, part) in (written?.Split(',') ?? []).Index())
        {
            if (part.Split('=') is [var letters, var text])
            {
                if (input.Country(place, letters) is { } country && Figure(place, text, range) is { } figure && !byCountry.TryAdd(country, figure))
                    input.Complain($"{place} states {country} twice. Write it once.");
            }
            else if (index == 0)
            {
                general = Figure(place, part, range) ?? usual;
            }
            else
            {
                input.Complain($"{place} takes one figure for all, first, and then countries: {place} 0.05,IL=0.2. {Shown.Quoted(part)} is neither.");
            }
        }

        return (general, byCountry);
    }

    private MoveWeights ReadWeights(string? written)
    {
        var weights = new MoveWeights();
        var stated = new HashSet<string>();
        foreach (var part in written?.Split(',') ?? [])
        {
            if (part.Split('=') is not [var key, var text] || Weights.FirstOrDefault(weight => weight.Key == key) is not { } weight)
                input.Complain($"--weights has no weight {Shown.Quoted(part)}. Write KEY=N, with one of: {string.Join(", ", Weights.Select(known => known.Key))}.");
            else if (!stated.Add(key))
                input.Complain($"--weights states {key} twice. Write it once.");
            else if (Figure($"--weights {key}", text, Heaviness) is { } value)
                weights = weight.Set(weights, value);
        }

        return weights;
    }

    private double? Figure(string place, string written, Range range)
    {
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= range.Least && value <= range.Most && (!range.IsWhole || value == Math.Floor(value)))
            return value;
        input.Complain($"{place} {Shown.Quoted(written)} is not {range.Words}. Write, for example, {range.Example}.");
        return null;
    }

    private sealed record Weight(string Key, Func<MoveWeights, double> Read, Func<MoveWeights, double, MoveWeights> Set);

    private sealed record Range(double Least, double Most, string Words, bool IsWhole = false)
    {
        public string Example => IsWhole ? "3" : "0.05";
    }
}
