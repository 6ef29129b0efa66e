namespace LoginVerification.Exploration;

/// <summary>Takes shapes apart, so that nothing is lost: two shapes with the same parts are one.</summary>
internal static class Components
{
    public const string Channel = "channel";
    public const string CodeExpired = "code_expired";
    public const string Pending = "pending";
    public const string PendingNone = "pending_none";
    public const string ChannelNone = "channel_none";
    public const string FirstSends = $"{First}_sends";
    public const string SecondSends = $"{Second}_sends";
    public const string Verified = "verified";
    public const string WrongTries = "wrong_tries";

    private const string First = "first";
    private const string Second = "second";
    private const int BookParts = 7;

    /// <summary>The parts, with ranges that hold every shape. The first shape, an account that never did anything, is all zeroes.</summary>
    public static IReadOnlyList<Component> Of(IReadOnlyCollection<Shape> shapes)
    {
        var sends = shapes.Max(shape => Math.Max(shape.First.Sends, shape.Second.Sends));
        var failures = shapes.Max(shape => Math.Max(shape.First.Failures, shape.Second.Failures));
        return
        [
            .. BookOf(First, shape => shape.First, twins: BookParts, sends, failures),
            .. BookOf(Second, shape => shape.Second, twins: 0, sends, failures),
            Flag(Verified, shape => shape.IsVerified),
            Flag("needs_reverification", shape => shape.NeedsReverification),
            Choice(Channel, [ChannelNone, .. Enum.GetValues<VerificationChannel>().Select(ChannelOf)], shape => shape.Active is { } active ? 1 + (int)active : 0),
            Choice(Pending, [PendingNone, "pending_first", "pending_second"], shape => shape.Pending is { } slot ? 1 + (int)slot : 0),
            Flag(CodeExpired, shape => shape.CodeIsExpired),
            Count(WrongTries, shapes.Max(TriesOf), TriesOf),
            Flag("code_is_older", shape => shape.CodeIsOlder),
            Flag("locked", shape => shape.Locked),
            .. shapes.Any(shape => shape.CoolingDown) ? [Flag("cooling_down", shape => shape.CoolingDown)] : (Component[])[],
        ];
    }

    public static string ChannelOf(VerificationChannel channel) => $"channel_{channel}";

    private static IEnumerable<Component> BookOf(string number, Func<Shape, Book> read, int twins, int sends, int failures) =>
    [
        Count($"{number}_sends", sends, shape => read(shape).Sends) with { Twin = twins },
        Flag($"{number}_waiting", shape => read(shape).Waiting) with { Twin = twins + 1 },
        Count($"{number}_failures", failures, shape => read(shape).Failures) with { Twin = twins + 2 },
        Flag($"{number}_was_texted", shape => read(shape).Past is not Past.None) with { Twin = twins + 3 },
        Flag($"{number}_was_verified", shape => read(shape).Past is Past.Verified) with { Twin = twins + 4 },
        Flag($"{number}_opted_out", shape => read(shape).Stop is not Stop.None) with { Twin = twins + 5 },
        Flag($"{number}_texted_since", shape => read(shape).Stop is Stop.TextedSince) with { Twin = twins + 6 },
    ];

    private static int TriesOf(Shape shape) => shape.CodeIsExpired ? 0 : shape.WrongTries;

    private static Component Flag(string name, Func<Shape, bool> read) => new(name, shape => read(shape) ? 1 : 0) { IsFlag = true };

    private static Component Count(string name, int most, Func<Shape, int> read) => new(name, read) { Most = most };

    private static Component Choice(string name, IReadOnlyList<string> values, Func<Shape, int> read) => new(name, read) { Values = values, Most = values.Count - 1 };
}
