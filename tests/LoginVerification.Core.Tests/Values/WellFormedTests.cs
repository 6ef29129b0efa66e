namespace LoginVerification.Tests;

/// <summary>A text that no store could keep is refused at the door: half a surrogate pair, by which two different texts would become one, and U+0000.</summary>
public sealed class WellFormedTests
{
    private static readonly AccountId Account = AccountId.Parse("account-1");

    public static TheoryData<string> Unstorable { get; } = ["\ud800", "\udc00", "a\ud83d", "\ude00b", "\ude00\ud83d", "\ud83d\ude00\ud83d", "\ud83dx\ude00", "\0", "a\0b"];

    [Theory]
    [MemberData(nameof(Unstorable), DisableDiscoveryEnumeration = true)] // What discovers tests would replace what they are about.
    public void An_id_a_surface_and_a_carrier_with_half_a_surrogate_pair_are_none(string half)
    {
        Assert.False(AccountId.TryParse(half, out _));
        Assert.False(Surface.TryParse(half, out _));
        Assert.False(Carrier.TryParse(half, out _));
        foreach (var parse in new Action[] { () => AccountId.Parse(half), () => Surface.Parse(half), () => Carrier.Parse(half) })
            Assert.Contains("well-formed Unicode", Assert.Throws<FormatException>(parse).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unstorable), DisableDiscoveryEnumeration = true)] // What discovers tests would replace what they are about.
    public void What_comes_with_a_command_has_no_half_a_surrogate_pair(string half)
    {
        var user = Caller.User(Account, Surface.Parse("web"), null);
        foreach (var make in new Func<object>[]
        {
            () => user with { Language = half },
            () => user with { IdempotencyKey = half },
            () => user with { CorrelationId = half },
            () => Caller.Operator(Account, half),
            () => new QuietService().ForUser(Account, Surface.Parse("web"), null, idempotencyKey: half),
            () => new QuietService().ForOperator(Account, half),
            () => new QuietService().ForCarrier(half),
        })
            Assert.Contains("well-formed Unicode", Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(129)]
    public void A_staff_id_and_a_correlation_id_have_1_to_128_characters(object textOrLength)
    {
        var text = textOrLength as string ?? new string('a', (int)textOrLength);
        Assert.Throws<ArgumentException>(() => Caller.Operator(Account, text));
        Assert.Throws<ArgumentException>(() => Caller.Carrier(Account) with { CorrelationId = text });
    }

    [Fact]
    public void A_whole_pair_is_a_character_like_any_other()
    {
        Assert.Equal("\ud83d\ude00", AccountId.Parse("\ud83d\ude00").Value);
        Assert.Equal("a\ud83d\ude00b\ud83d\ude00", (Caller.User(Account, Surface.Parse("\u05d0\ud83d\ude00"), null) with { IdempotencyKey = "a\ud83d\ude00b\ud83d\ude00" }).IdempotencyKey);
    }

    private sealed class QuietService : IEnrolmentService
    {
        public ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
