using System.Globalization;
using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// What users do, and what happens to them, in numbers. The defaults are assumptions, not measurements: put
/// your own in their place. Immutable and thread-safe.
/// </summary>
public sealed record EnrolmentBehaviour
{
    /// <summary>The most that an SMS can cost.</summary>
    public const double MostPrice = 1_000_000;

    /// <summary>The defaults.</summary>
    public static EnrolmentBehaviour Default { get; } = new();

    /// <summary>The probability that an SMS never arrives: 0 to 1.</summary>
    public double SmsLoss { get; init => field = Probability(value); } = 0.05;

    /// <summary>The same for countries where it is another one.</summary>
    public IReadOnlyDictionary<CountryCode, double> SmsLossIn { get; init => field = All(value, loss => Probability(loss)); } = new Dictionary<CountryCode, double>();

    /// <summary>The probability that a code is mistyped: 0 to 1.</summary>
    public double Mistype { get; init => field = Probability(value); } = 0.05;

    /// <summary>The probability that the user gives up before a step, whatever the step is: 0 to 1.</summary>
    public double GiveUp { get; init => field = Probability(value); } = 0.02;

    /// <summary>The probability that the user gives up when a refusal was read, a wrong code included: 0 to 1.</summary>
    public double GiveUpAtRefusal { get; init => field = Probability(value); } = 0.2;

    /// <summary>How many SMS a user asks for before giving up: 1 to 20.</summary>
    public int MostSms { get; init => field = value is >= 1 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(MostSms), $"{nameof(MostSms)} is {value}. Give 1 to 20."); } = 3;

    /// <summary>Whether the user begins with a device that is registered for the app channel.</summary>
    public bool HasDevice { get; init; }

    /// <summary>How the user chooses among what a screen offers and shows.</summary>
    public MoveWeights Weights { get; init; } = new();

    /// <summary>What an SMS costs, in the currency that the answer is wanted in: 0 to 1,000,000.</summary>
    public double SmsPrice { get; init => field = Price(value); } = 0.05;

    /// <summary>The same for countries where it is another one.</summary>
    public IReadOnlyDictionary<CountryCode, double> SmsPriceIn { get; init => field = All(value, price => Price(price)); } = new Dictionary<CountryCode, double>();

    /// <summary>All figures but the weights on one line, for example <c>smsLoss=0.05, smsLoss IL=0.2, mistype=0.05</c> and so on.</summary>
    public override string ToString() => string.Join(", ",
    [
        .. Figures("smsLoss", SmsLoss, SmsLossIn), Figure("mistype", Mistype), Figure("giveUp", GiveUp), Figure("giveUpAtRefusal", GiveUpAtRefusal),
        Figure("mostSms", MostSms), $"device={(HasDevice ? "true" : "false")}", .. Figures("smsPrice", SmsPrice, SmsPriceIn),
    ]);

    internal double LossIn(CountryCode? country) => country is not null && SmsLossIn.TryGetValue(country, out var loss) ? loss : SmsLoss;

    internal double PriceIn(CountryCode? country) => country is not null && SmsPriceIn.TryGetValue(country, out var price) ? price : SmsPrice;

    /// <summary>The countries with figures of their own.</summary>
    internal IEnumerable<CountryCode> Countries => SmsLossIn.Keys.Concat(SmsPriceIn.Keys).Distinct().OrderBy(country => country.Value, StringComparer.Ordinal);

    private static string Figure(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");

    private static IEnumerable<string> Figures(string name, double value, IReadOnlyDictionary<CountryCode, double> byCountry) =>
        byCountry.OrderBy(figure => figure.Key.Value, StringComparer.Ordinal).Select(figure => Figure($"{name} {figure.Key}", figure.Value)).Prepend(Figure(name, value));

    private static double Probability(double value, [CallerMemberName] string name = "") => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}. Give a probability, 0 to 1."));

    private static double Price(double value, [CallerMemberName] string name = "") => value is >= 0 and <= MostPrice
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}. Give a price, 0 to {MostPrice:N0}."));

    private static Dictionary<CountryCode, double> All(IReadOnlyDictionary<CountryCode, double> figures, Action<double> ensure)
    {
        ArgumentNullException.ThrowIfNull(figures);
        foreach (var figure in figures.Values)
            ensure(figure);
        return new Dictionary<CountryCode, double>(figures);
    }
}
