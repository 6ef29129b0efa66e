namespace LoginVerification.Policies;

/// <summary>
/// Writes a policy in C#; it comes to the same as a policy file. Nothing is checked before <see cref="Freeze"/>. Not thread-safe;
/// what it makes is.
/// </summary>
public sealed class PolicyBuilder
{
    private PolicyDocument document;

    private PolicyBuilder(PolicyDocument document) => this.document = document;

    /// <summary>Begins a policy with everything else at its default.</summary>
    /// <param name="name">The name of the policy.</param>
    public static PolicyBuilder Named(string name) => new(new PolicyDocument { Name = name, Surfaces = [] });

    /// <summary>Says what the policy is for, and what it only approximates.</summary>
    /// <param name="description">At most <see cref="PolicyLimits.MaxDescriptionLength"/> characters.</param>
    public PolicyBuilder Described(string description) => With(policy => policy with { Description = description });

    /// <summary>Adds a surface.</summary>
    /// <param name="name">Its name, unique in the policy.</param>
    /// <param name="home">The screen where a user lands who opens it.</param>
    /// <param name="build">Adds its screens.</param>
    public PolicyBuilder Surface(string name, string home, Action<SurfaceBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var surface = new SurfaceBuilder();
        build(surface);
        return With(policy => policy with { Surfaces = [.. policy.Surfaces, surface.Build(name, home)] });
    }

    /// <summary>Declares something about accounts that rules ask for, and the host states.</summary>
    /// <param name="name">Its name, unique in the policy.</param>
    /// <param name="values">The values that it can have, first that of an account of which the host states nothing.</param>
    public PolicyBuilder Attribute(string name, params IReadOnlyList<string> values) =>
        With(policy => policy with { AccountAttributes = [.. policy.AccountAttributes, new AccountAttribute { Name = name, Values = values }] });

    /// <summary>Adds a gating rule.</summary>
    /// <param name="name">Its name, unique in the policy.</param>
    /// <param name="build">Says what it is for and what it allows.</param>
    public PolicyBuilder Rule(string name, Action<RuleBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var rule = new RuleBuilder(name);
        build(rule);
        return With(policy => policy with { Rules = [.. policy.Rules, rule.Build()] });
    }

    /// <summary>Changes anything else: limits, waits and modes.</summary>
    /// <param name="change">Answers a changed copy: <c>policy => policy with { OnStop = StopMode.OptOut }</c>.</param>
    public PolicyBuilder With(Func<PolicyDocument, PolicyDocument> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        document = change(document) ?? throw new ArgumentException("The change answered null. Answer a changed copy.", nameof(change));
        return this;
    }

    /// <summary>The policy as data, not yet validated.</summary>
    public PolicyDocument Build() => document;

    /// <summary>The policy, validated and frozen.</summary>
    /// <exception cref="PolicyInvalidException">The rules contradict themselves or leave their bounds; every error is in it.</exception>
    public EnrolmentPolicy Freeze() => EnrolmentPolicy.Create(document);
}
