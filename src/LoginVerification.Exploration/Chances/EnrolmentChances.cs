using System.Globalization;

namespace LoginVerification.Exploration;

/// <summary>
/// Numbers for people: which share of the users end enrolled under a stated behaviour, after how many steps and SMS, and where the others are
/// lost. An absorbing Markov chain over the states of the policy, at its own limits, solved exactly and never by simulation. The numbers are
/// mobile, as a mobile of the country is read. Immutable and thread-safe.
/// </summary>
public sealed class EnrolmentChances
{
    private EnrolmentChances(PolicyModel model, EnrolmentBehaviour behaviour)
    {
        Model = model;
        Behaviour = behaviour;
    }

    /// <summary>The behaviour.</summary>
    public EnrolmentBehaviour Behaviour { get; }

    internal PolicyModel Model { get; }

    /// <summary>Prepares the chains of a policy, which takes a moment. What is prepared serves all surfaces, countries and carriers: keep it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="behaviour">What users do; the defaults, if nothing is stated.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="NotSupportedException">The policy makes more states than can be numbered.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static EnrolmentChances Of(EnrolmentPolicy policy, EnrolmentBehaviour? behaviour = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        behaviour ??= EnrolmentBehaviour.Default;
        Input[] columns = [.. KnownColumns.Of(policy.Limits, numbers: 1).Where(UserOptions.Uses)];
        var mostShapes = new ExplorationOptions().MostShapes;
        var table = TableBuilder.Build(policy.Limits, columns, PolicyProperties.Observers, mostShapes, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!table.IsComplete)
        {
            throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture,
                $"Its limits make more than {mostShapes:N0} shapes of an enrolment. Lower code.wrongTries, lock.finalFailures, sending.perNumber or sending.perAccount."));
        }

        return new EnrolmentChances(new PolicyModel(ExplorationScale.Own(policy.Limits).Applied(policy), table, NumberClasses.Of(policy)), behaviour);
    }

    /// <summary>The chances of users with a mobile number of a country.</summary>
    /// <param name="from">The surface at whose home they begin.</param>
    /// <param name="country">The country of the number.</param>
    /// <param name="carrier">Its carrier, or null for one that no rule names.</param>
    /// <param name="account">What their accounts are; what is not stated has the first of its values.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface or attribute, there is no such country, or it has no numbers.</exception>
    /// <exception cref="NotSupportedException">The chain takes more memory than is allowed, or some loop is hardly ever left.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public EnrolmentChance Find(
        Surface from, CountryCode country, Carrier? carrier = null, ValueList<AttributeValue>? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(country);
        if (Countries.Complaint(country) is { } complaint)
            throw new ArgumentException(complaint, nameof(country));
        var kind = PolicyAccounts.Of(Model.Policy, account)[0];
        return Solve(Group(country, carrier, kind, ClassOf(country, carrier, kind)), Model.Screens.HomeOf(from), Behaviour.HasDevice, cancellationToken).Chance;
    }

    /// <summary>
    /// The chances for numbers of every served class, and of every served country with figures of its own. A class of several countries has the
    /// general loss and price. Where a registered device makes a difference, those without one come first and those with one second; where the
    /// behaviour gives every user one, there are no others.
    /// </summary>
    /// <param name="from">The surface at whose home users begin.</param>
    /// <param name="account">Which accounts alone: those that have what is stated. All, if nothing is stated.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface or attribute.</exception>
    /// <exception cref="NotSupportedException">A chain takes more memory than is allowed, or some loop is hardly ever left.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<EnrolmentChance> Survey(Surface from, ValueList<AttributeValue>? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        return [.. Starts(Model.Screens.HomeOf(from), account ?? [], cancellationToken).Select(start => start.Chance)];
    }

    /// <summary>Who begins at a home, in a survey.</summary>
    internal IEnumerable<SolvedStart> Starts(Screen home, ValueList<AttributeValue> account, CancellationToken cancellationToken)
    {
        foreach (var numbers in Groups(account))
        {
            var usual = Solve(numbers, home, Behaviour.HasDevice, cancellationToken);
            var equipped = Behaviour.HasDevice ? usual : Solve(numbers, home, hasDevice: true, cancellationToken);
            if (Behaviour.HasDevice)
            {
                yield return usual;
            }
            else if (usual.FaresAs(equipped))
            {
                yield return usual with { Chance = usual.Chance with { HasDevice = null } };
            }
            else
            {
                yield return usual;
                yield return equipped;
            }
        }
    }

    /// <summary>The numbers of a survey.</summary>
    private IEnumerable<NumberGroup> Groups(ValueList<AttributeValue> account)
    {
        var kinds = PolicyAccounts.Of(Model.Policy, account);
        var asked = NumberClasses.IdsOf(Model.Classes, kinds, Model.Policy);
        foreach (var id in Model.ClassIds.Where(id => asked.Contains(id) && Model.Classes[id.Index].IsServed))
        {
            var number = Model.Classes[id.Index];
            yield return new NumberGroup(id, number.Countries == 1 ? number.Country : null, number.Name, [.. number.Account.Union(account)]);
        }

        foreach (var country in Behaviour.Countries.Where(Countries.HasNumbers))
        {
            foreach (var (alike, id) in PolicyAccounts.Alike(kinds, kind => ClassOf(country, null, kind)))
            {
                if (Model.Classes[id.Index] is { IsServed: true, Countries: > 1 })
                    yield return Group(country, null, alike, id);
            }
        }
    }

    private NumberGroup Group(CountryCode country, Carrier? carrier, ValueList<AttributeValue> account, ClassId id)
    {
        var isTold = NumberClasses.CarriersOf(country, Model.Policy).Skip(1).Any();
        var number = isTold ? $"{country} {carrier?.Name ?? PolicyRoute.AnyOtherCarrier}" : country.Value;
        return new NumberGroup(id, country, $"{number}{string.Concat(account.Select(attribute => $", {attribute}"))}", account);
    }

    private ClassId ClassOf(CountryCode country, Carrier? carrier, ValueList<AttributeValue> account) =>
        NumberClasses.IdOf(Model.Classes, country, carrier, Model.Policy, account)
        ?? throw new ArgumentException($"There are no phone numbers in {country}. Name another country.", nameof(country));

    private SolvedStart Solve(NumberGroup numbers, Screen home, bool hasDevice, CancellationToken cancellationToken)
    {
        var loss = Behaviour.LossIn(numbers.Country);
        var chain = ChainBuilder.Build(Model, Behaviour, loss, PolicyModel.Start(numbers.Class, home, hasDevice), cancellationToken);
        var solved = ExpectedVisits.Of(chain, cancellationToken);
        var ends = chain.Nodes.Zip(solved.Visits, (node, visits) => (node, visits)).ToList();
        var sms = ends.Sum(end => end.visits * end.node.Sms);
        return new SolvedStart(numbers, chain, new EnrolmentChance
        {
            From = home.Surface,
            Numbers = numbers.Name,
            Account = numbers.Account,
            HasDevice = hasDevice,
            StatedSmsLoss = loss,
            SmsLoss = Model.LosesSms(numbers.Class) ? loss : 0,
            Enrolled = ends.Where(end => end.node.State.IsEnrolled).Sum(end => end.visits),
            Steps = ends.Sum(end => end.visits * end.node.Steps),
            Sms = sms,
            Cost = sms * Behaviour.PriceIn(numbers.Country),
            Leavings = [.. ends.Where(end => end.node.State.Leaving is not null).Select(end => Told(end.node.State.Leaving!.Value, end.visits)).OrderByDescending(leaving => leaving.Share)],
            States = chain.Nodes.Count,
            Residual = solved.Residual,
        });
    }

    private Leaving Told(LeavingPoint point, double share)
    {
        var screen = Model.Screens[point.Screen];
        return new Leaving(screen.Surface, screen.Name, point.State, point.Reason, point.Refusal, share);
    }
}
