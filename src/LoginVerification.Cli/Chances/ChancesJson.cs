using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>chances</c>, with the behaviour that it holds for.</summary>
internal sealed record ChancesJson(string Policy, string PolicyDigest, string Version, BehaviourJson Behaviour, IReadOnlyList<string> Warnings, IReadOnlyList<ChanceJson> Chances)
{
    public static ChancesJson Of(ChancesRequest request, IReadOnlyList<EnrolmentChance> rows, IReadOnlyList<string> warnings) =>
        new(request.Policy.Name, PolicyFile.Digest(request.Policy.Document), Provenance.Version, BehaviourJson.Of(request.Behaviour), warnings, [.. rows.Select(ChanceJson.Of)]);
}

/// <summary>A behaviour, all of it. Countries stand where they have a figure of their own.</summary>
internal sealed record BehaviourJson(
    double SmsLoss, IReadOnlyDictionary<string, double> SmsLossIn, double Mistype, double GiveUp, double GiveUpAtRefusal, int MostSms, bool Device,
    MoveWeights Weights, double SmsPrice, IReadOnlyDictionary<string, double> SmsPriceIn)
{
    public static BehaviourJson Of(EnrolmentBehaviour behaviour) => new(
        behaviour.SmsLoss,
        ByLetters(behaviour.SmsLossIn),
        behaviour.Mistype,
        behaviour.GiveUp,
        behaviour.GiveUpAtRefusal,
        behaviour.MostSms,
        behaviour.HasDevice,
        behaviour.Weights,
        behaviour.SmsPrice,
        ByLetters(behaviour.SmsPriceIn));

    private static SortedDictionary<string, double> ByLetters(IReadOnlyDictionary<CountryCode, double> figures) =>
        new(figures.ToDictionary(figure => figure.Key.Value, figure => figure.Value), StringComparer.Ordinal);
}

/// <summary>What becomes of the users of some numbers from one surface. The device is null where it makes no difference; the loss is the one that held; the residual says how exactly the chain is solved.</summary>
internal sealed record ChanceJson(
    string From, string Numbers, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account, bool? Device, double SmsLoss, double Enrolled, double GaveUp, double Stuck, double Steps, double Sms, double Cost, double? CostPerEnrolled,
    IReadOnlyList<LeavingJson> Leavings, int States, double Residual)
{
    public static ChanceJson Of(EnrolmentChance chance) => new(
        chance.From.Name, chance.Numbers, AccountWords.ByName(chance.Account), chance.HasDevice, chance.SmsLoss, chance.Enrolled, chance.GaveUp, chance.Stuck, chance.Steps, chance.Sms, chance.Cost, chance.CostPerEnrolled,
        [.. chance.Leavings.Select(LeavingJson.Of)], chance.States, chance.Residual);
}

/// <summary>Where users are lost, and which share of all who began.</summary>
internal sealed record LeavingJson(string Surface, string Screen, string State, string Reason, string? Refusal, double Share)
{
    public static LeavingJson Of(Leaving leaving) =>
        new(leaving.Surface.Name, leaving.Screen, leaving.State.ToString(), Words.Camel(leaving.Reason), leaving.Refusal?.ToString(), leaving.Share);
}

[JsonSerializable(typeof(ChancesJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ChancesJsonContext : JsonSerializerContext;
