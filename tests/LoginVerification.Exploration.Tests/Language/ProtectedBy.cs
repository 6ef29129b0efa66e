using System.Collections.Concurrent;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>By which channels whoever has a number can come to be protected: what the production service decides, and what the explorer says.</summary>
internal static class ProtectedBy
{
    private static readonly Surface Web = Surface.Parse("web");
    private static readonly ConcurrentDictionary<string, StateGraph> Graphs = [];

    /// <summary>The channels that the service turns on for a verified number of the country.</summary>
    public static IReadOnlyList<VerificationChannel> Service(string policy, string country, bool device, IReadOnlyDictionary<string, string>? attributes = null, bool answers = true) =>
        Service(TestPolicies.Load(policy), country, device, attributes, answers);

    /// <summary>The same, under a policy that is at hand.</summary>
    public static IReadOnlyList<VerificationChannel> Service(EnrolmentPolicy policy, string country, bool device, IReadOnlyDictionary<string, string>? attributes = null, bool answers = true)
    {
        using var real = new RealService(policy);
        real.Store.HasDevice = device;
        real.Surroundings.Attributes = answers ? attributes ?? new Dictionary<string, string>() : null;
        var phone = SampleNumbers.Of(CountryCode.Parse(country), null, LineType.Mobile)[0];
        var account = new Enrolment(AccountId.Parse("explored")) { Version = 1, Id = ChallengeSeed.Placeholder.EnrolmentId, Phone = new VerifiedPhone(phone, ShapeSpace.Now) };
        return [.. Enum.GetValues<VerificationChannel>().Where(channel =>
            real.Give(account, Caller.User(account.Account, Web, ShapeSpace.Now), new EnableVerification(channel)).Refusal is null)];
    }

    /// <summary>The channels that are turned on in some state of the country's class, with a device or without.</summary>
    public static IReadOnlyList<VerificationChannel> Explorer(string policy, string country, bool device)
    {
        var model = Graphs.GetOrAdd(policy, GraphOf).Model;
        return Explorer(policy, NumberClasses.IdOf(model.Classes, CountryCode.Parse(country), null, model.Policy)!.Value, device);
    }

    /// <summary>The channels that are turned on in some state of a class, by its name, with a device or without.</summary>
    public static IReadOnlyList<VerificationChannel> ExplorerOf(string policy, string name, bool device)
    {
        var model = Graphs.GetOrAdd(policy, GraphOf).Model;
        return Explorer(policy, model.ClassIds.Single(number => model.Classes[number.Index].Name == name), device);
    }

    private static IReadOnlyList<VerificationChannel> Explorer(string policy, ClassId number, bool device)
    {
        var graph = Graphs.GetOrAdd(policy, GraphOf);
        var model = graph.Model;
        return [.. graph.States
            .Where(state => model.Codec.Unpack(state) is var stands && stands.Class == number && stands.Device == device)
            .SelectMany(state => Enabled(model, state)).Distinct().Order()];
    }

    private static StateGraph GraphOf(string policy)
    {
        var frozen = TestPolicies.Load(policy);
        return StateGraph.Explore(new Explorer().ModelOf(frozen, ExplorationScale.Default.For(frozen), CancellationToken.None), int.MaxValue, null, CancellationToken.None);
    }

    /// <summary>The channels that a step from the state turns on.</summary>
    private static List<VerificationChannel> Enabled(PolicyModel model, StateId state)
    {
        var enabled = new List<VerificationChannel>();
        foreach (var (move, to) in model.Successors(state, Filter.Everything))
        {
            if (model.InputOf(move)?.Choice is { Action: EnrolmentAction.EnableVerification } && model.Table[model.Codec.Unpack(to).Shape].Active is { } active)
                enabled.Add(active);
        }

        return enabled;
    }
}
