namespace LoginVerification.Policies;

/// <summary>Writes a gating rule; made by <see cref="PolicyBuilder.Rule"/>. What is not stated is allowed. Not thread-safe.</summary>
public sealed class RuleBuilder
{
    private GatingRule rule;

    internal RuleBuilder(string name) => rule = new GatingRule { Name = name, Actions = [] };

    /// <summary>The actions that it speaks of.</summary>
    /// <param name="actions">At least one.</param>
    public RuleBuilder For(params IReadOnlyList<EnrolmentAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return Set(rule with { Actions = [.. actions] });
    }

    /// <summary>The surfaces that it speaks of; without this, any.</summary>
    /// <param name="surfaces">At least one.</param>
    public RuleBuilder On(params IReadOnlyList<Surface> surfaces) => Set(rule with { Surfaces = Selection.Only(surfaces) });

    /// <summary>When it speaks; without this, always.</summary>
    /// <param name="condition">All of its parts that are stated have to hold.</param>
    public RuleBuilder When(RuleCondition condition) => Set(rule with { When = condition });

    /// <summary>The countries that it allows.</summary>
    /// <param name="countries">The selection.</param>
    public RuleBuilder Countries(Selection<CountryCode> countries) => Set(rule with { Countries = countries });

    /// <summary>The carriers that it allows within a country.</summary>
    /// <param name="country">The country.</param>
    /// <param name="carriers">The selection.</param>
    public RuleBuilder Carriers(CountryCode country, Selection<Carrier> carriers)
    {
        ArgumentNullException.ThrowIfNull(country);
        return Set(rule with { Carriers = new Dictionary<string, Selection<Carrier>>(rule.Carriers) { [country.Value] = carriers } });
    }

    /// <summary>The kinds of line that it allows.</summary>
    /// <param name="lineTypes">The selection.</param>
    public RuleBuilder LineTypes(Selection<LineType> lineTypes) => Set(rule with { LineTypes = lineTypes });

    /// <summary>The channels that it allows, for actions that take one.</summary>
    /// <param name="channels">The selection.</param>
    public RuleBuilder Channels(Selection<VerificationChannel> channels) => Set(rule with { Channels = channels });

    internal GatingRule Build() => rule;

    private RuleBuilder Set(GatingRule changed)
    {
        rule = changed;
        return this;
    }
}
