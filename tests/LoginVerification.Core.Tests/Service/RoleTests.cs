using System.Reflection;

namespace LoginVerification.Tests;

/// <summary>The service as each role sees it: what a role may not give is no method of it, and what it gives is what the command is.</summary>
public sealed class RoleTests
{
    private const string Israeli = "+972502345678";
    private static readonly AccountId Account = AccountId.Parse(ServiceHost.Account);

    [Fact]
    public async Task A_user_enrols_and_leaves_by_methods_alone()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        var user = host.Service.ForUser(Account, Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor, language: "en", correlationId: "trace-1");

        async Task Told(ValueTask<EnrolmentResult> call, EnrolmentState state) =>
            Assert.Equal((null, state), ((await call) is var result ? result.Refusal : null, result.State));

        await Told(user.SubmitPhoneAsync("050-234-5678", CountryCode.Parse("IL"), Carrier.Parse("Example")), EnrolmentState.PhonePending);
        await Told(user.CancelPendingAsync(), EnrolmentState.NoPhone);
        host.Time.Advance(TimeSpan.FromSeconds(60));
        await Told(user.SubmitPhoneAsync(Israeli), EnrolmentState.PhonePending);
        host.Time.Advance(TimeSpan.FromSeconds(60));
        await Told(user.ResendCodeAsync(), EnrolmentState.PhonePending);
        await Told(user.ConfirmCodeAsync(host.Phone.LastCode), EnrolmentState.PhoneVerified);
        await Told(user.EnableAsync(VerificationChannel.Sms), EnrolmentState.VerificationEnabled);
        await Told(user.ChangeChannelAsync(VerificationChannel.AppPush), EnrolmentState.VerificationEnabled);
        await Told(user.DisableAsync(), EnrolmentState.PhoneVerified);
        await Told(user.RemovePhoneAsync(), EnrolmentState.NoPhone);
        Assert.Equal(RefusalCode.NothingToAcknowledge, (await user.AcknowledgeNoticesAsync()).Refusal?.Code);
        Assert.Equal(EnrolmentState.NoPhone, (await user.GetStatusAsync()).State);
        Assert.All((await host.HistoryAsync()).Where(happened => happened.Origin.By is Initiator.User), happened => Assert.Equal("trace-1", happened.Origin.CorrelationId));
    }

    [Fact]
    public async Task Who_of_the_staff_acted_stays_in_the_audit_trail()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var staff = host.Service.ForOperator(Account, "agent-7", "ticket-12");
        Assert.True((await staff.ImportVerifiedPhoneAsync(Israeli, host.Now, VerificationChannel.Sms)).Succeeded);
        Assert.True((await staff.InvalidatePhoneAsync(Israeli, InvalidationReason.Ported)).Succeeded);
        Assert.True((await staff.OptOutOfDeliveryAsync(Israeli)).Succeeded);
        Assert.True((await staff.RestoreDeliveryAsync(Israeli)).Succeeded);
        Assert.Equal(RefusalCode.NoPendingPhone, (await staff.CancelPendingAsync()).Refusal?.Code);
        Assert.Equal(RefusalCode.NotLocked, (await staff.UnlockAsync()).Refusal?.Code);
        Assert.True((await staff.DisableAsync()).Succeeded);
        Assert.True((await staff.RemovePhoneAsync()).Succeeded);
        Assert.All(await host.HistoryAsync(), happened => Assert.Equal((Initiator.Operator, "agent-7", "ticket-12"), (happened.Origin.By, happened.Origin.StaffId, happened.Origin.CorrelationId)));
    }

    [Theory]
    [InlineData("+972502345678")]
    [InlineData("972502345678")]
    [InlineData("00972 50-234-5678")]
    public async Task A_report_finds_every_account_of_the_number_by_itself(string asTheNetworkWritesIt)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        foreach (var account in new[] { "holds", "pending", "other" })
            await host.As("mobileWeb", new SubmitPhone(account == "other" ? "+972502345679" : Israeli), account);
        await host.As("mobileWeb", new ConfirmCode(RecordingPhone.CodeIn(host.Phone.Messages[0])), "holds");

        var stopped = await host.Service.ForCarrier("sms-1").OptOutOfDeliveryAsync(asTheNetworkWritesIt);
        Assert.Equal(["holds", "pending"], stopped.Select(reported => reported.Account.Value).Order());
        Assert.All(stopped, reported => Assert.Null(reported.Result.Refusal));
        Assert.Equal("sms-1", (await host.Store.ReadAsync(AccountId.Parse("pending"), 1, int.MaxValue, default))[^1].Origin.CorrelationId);

        Assert.All(await host.Service.ForCarrier().OptOutOfDeliveryAsync(asTheNetworkWritesIt), reported => Assert.Equal(RefusalCode.AlreadyKnown, reported.Result.Refusal?.Code));
        Assert.All(await host.Service.ForCarrier().RestoreDeliveryAsync(asTheNetworkWritesIt), reported => Assert.Null(reported.Result.Refusal));
        Assert.Equal(
            [("holds", null), ("pending", RefusalCode.NumberNotHeld)],
            (await host.Service.ForCarrier().InvalidatePhoneAsync(asTheNetworkWritesIt, InvalidationReason.Recycled)).Select(reported => (reported.Account.Value, reported.Result.Refusal?.Code)).Order());
    }

    [Theory]
    [InlineData("+972502345600")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task A_report_about_a_number_that_nobody_knows_is_nobodys(string number)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Empty(await host.Service.ForCarrier().OptOutOfDeliveryAsync(number));
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_keeps_a_STOP_from_no_other()
    {
        var asked = new List<AccountId>();
        var enrolments = new OneUnreadable(asked);
        var failure = await Assert.ThrowsAsync<AggregateException>(async () => await enrolments.ForCarrier().OptOutOfDeliveryAsync(Israeli));
        Assert.Equal(["a", "broken", "c"], asked.Select(account => account.Value));
        Assert.IsType<InvalidDataException>(Assert.Single(failure.InnerExceptions));
    }

    [Theory]
    [InlineData((InvalidationReason)99)]
    [InlineData(InvalidationReason.TooManyFailures)]
    public async Task A_reason_that_nobody_can_report_is_refused_before_any_account_is_asked(InvalidationReason reason)
    {
        var asked = new List<AccountId>();
        await Assert.ThrowsAsync<ArgumentException>(nameof(reason), async () => await new OneUnreadable(asked).ForCarrier().InvalidatePhoneAsync(Israeli, reason));
        Assert.Empty(asked);
    }

    [Fact]
    public void What_a_role_may_not_give_is_no_method_of_it()
    {
        Assert.Equal(
            ["AcknowledgeNoticesAsync", "CancelPendingAsync", "ChangeChannelAsync", "ConfirmCodeAsync", "DisableAsync", "EnableAsync", "GetStatusAsync", "IssueBackupCodesAsync", "IssueDeviceTokenAsync", "RemoveDeviceAsync", "RemovePhoneAsync", "RenameDeviceAsync", "ResendCodeAsync", "SubmitPhoneAsync"],
            MethodsOf(typeof(UserEnrolment)));
        Assert.Equal(
            ["CancelPendingAsync", "DisableAsync", "EraseAsync", "ImportVerifiedPhoneAsync", "InvalidatePhoneAsync", "OptOutOfDeliveryAsync", "RemovePhoneAsync", "RestoreDeliveryAsync", "UnlockAsync"],
            MethodsOf(typeof(OperatorEnrolment)));
        Assert.Equal(["InvalidatePhoneAsync", "OptOutOfDeliveryAsync", "RestoreDeliveryAsync"], MethodsOf(typeof(CarrierReports)));
    }

    /// <summary>Account and surface cannot be swapped: neither is made from a text by itself, nor from the other.</summary>
    [Fact]
    public void Swapped_account_and_surface_do_not_compile()
    {
        var parameters = typeof(EnrolmentServiceExtensions).GetMethod(nameof(EnrolmentServiceExtensions.ForUser))!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        Assert.Equal([typeof(AccountId), typeof(Surface)], parameters[1..3]);
        Assert.Equal([typeof(AccountId), typeof(Surface)], typeof(Caller).GetMethod(nameof(Caller.User))!.GetParameters().Select(parameter => parameter.ParameterType).Take(2));
        foreach (var type in new[] { typeof(AccountId), typeof(Surface) })
            Assert.DoesNotContain(type.GetMethods(), method => method.Name == "op_Implicit");
    }

    private static IEnumerable<string> MethodsOf(Type role) =>
        role.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(method => method.Name).Order(StringComparer.Ordinal);

    private sealed class OneUnreadable(List<AccountId> asked) : IEnrolmentService
    {
        public ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
        {
            asked.Add(caller.Account);
            return caller.Account.Value == "broken" ? throw new InvalidDataException() : new(new EnrolmentResult(EnrolmentState.PhoneVerified, null));
        }

        public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) =>
            new([AccountId.Parse("a"), AccountId.Parse("broken"), AccountId.Parse("c")]);

        public ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
