namespace LoginVerification.Exploration;

/// <summary>Compares two policies by what their users can do, and not by what their files say, but for limits, waits and modes. Deterministic.</summary>
public static class PolicyDifferences
{
    /// <summary>What a change from one policy to another one gains and loses, and whom it strands.</summary>
    /// <param name="left">The policy before.</param>
    /// <param name="right">The policy after.</param>
    /// <param name="links">Which links the matrix may follow. Verdicts and stranded users go over all of them.</param>
    /// <param name="options">How the policies are explored; the defaults, if nothing is stated.</param>
    /// <param name="explorer">One that remembers what it worked out; a new one, if none is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PolicyDifference Between(
        EnrolmentPolicy left,
        EnrolmentPolicy right,
        RouteLinks links = RouteLinks.All,
        VariantOptions? options = null,
        Explorer? explorer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        options ??= new VariantOptions();
        explorer ??= new Explorer();
        var judge = new PolicyJudge(explorer, options, cancellationToken);
        var before = judge.Of(left);
        options.Progress?.Report(1);
        var after = judge.Of(right);
        var verdicts = after.ChangesSince(before);
        options.Progress?.Report(2);
        var cells = MatrixDifference.Between(left, right, explorer, links);
        var stranded = before.IsComplete && after.IsComplete ? Stranding.Between(before.Evidence, right, options.Exploration, explorer, cancellationToken) : null;
        return new PolicyDifference
        {
            Left = left.Name,
            Right = right.Name,
            IsComplete = stranded is not null,
            Gained = [.. cells.Where(cell => cell is { Left: null, Right: not null })],
            Lost = [.. cells.Where(cell => cell is { Left: not null, Right: null })],
            Longer = [.. cells.Where(cell => cell.Left < cell.Right)],
            Shorter = [.. cells.Where(cell => cell.Left > cell.Right)],
            Refusals = [.. cells.Where(cell => cell.Left == cell.Right)],
            Stranded = stranded,
            Verdicts = verdicts,
            Settings = SettingsBetween(left.Document, right.Document),
        };
    }

    /// <summary>Without screens, rules and attributes, and without assumptions on SMS: what becomes of those is told by what users can do.</summary>
    private static IReadOnlyList<PolicyEdit> SettingsBetween(PolicyDocument left, PolicyDocument right) => PolicyEdits.BetweenWhole(left, right with
    {
        Name = left.Name,
        Description = left.Description,
        Research = left.Research,
        Surfaces = left.Surfaces,
        Rules = left.Rules,
        AccountAttributes = left.AccountAttributes,
        SmsDelivery = left.SmsDelivery,
    });
}
