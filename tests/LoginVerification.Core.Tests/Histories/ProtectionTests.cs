using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Protection does not end by the way.</summary>
public sealed class ProtectionTests : HandToldStories
{
    [Fact]
    public async Task A_replacement_keeps_protection_at_every_step_and_the_old_number_is_told()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);

        await scene.Submit(Scene.British);
        await StillVerifies(scene);
        await scene.Guess(1);
        await StillVerifies(scene);
        var replaced = await scene.Confirm(scene.Code);
        await StillVerifies(scene);

        Assert.Equal(Scene.British, (await scene.Stored()).Phone!.Details.Number.E164);
        Assert.Equal(Scene.Israeli, scene.World.Phones.Messages[^1].Number);
        Assert.DoesNotContain("#", scene.World.Phones.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(NoticeKind.PhoneReplaced, scene.World.Letters.Notices[^1].Kind);
    }

    [Fact]
    public async Task An_old_number_that_opted_out_gets_no_message_and_the_owner_is_told_all_the_same()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        await scene.ByCarrier(new OptOutOfDelivery(Scene.Israeli));

        await scene.Verified(Scene.British);

        Assert.Equal(Scene.British, scene.World.Phones.Messages[^1].Number);
        Assert.Equal([NoticeKind.DeliveryOptedOut, NoticeKind.PhoneReplaced], scene.World.Letters.Notices.TakeLast(2).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task A_replacement_that_is_cancelled_or_lapses_leaves_the_old_number_in_force()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        await scene.Submit(Scene.British);
        await scene.ByUser(new CancelPending());
        await StillVerifies(scene);
        scene.Pass(Duration.FromSeconds(30));
        await scene.Submit(Scene.British);
        scene.Pass(Duration.FromHours(24));
        Scene.Refused(RefusalCode.NoPendingPhone, await scene.Resend());

        await StillVerifies(scene);
        Assert.Equal(Scene.Israeli, (await scene.World.Load(AccountId.Parse("alice"))).Phone!.Details.Number.E164);
    }

    [Fact]
    public async Task Removing_the_phone_while_it_protects_is_refused_and_disabling_is_told()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);

        Scene.Refused(RefusalCode.PhoneProtectsLogin, await scene.ByUser(new RemovePhone()));
        Scene.Refused(RefusalCode.PhoneProtectsLogin, await scene.ByOperator(new RemovePhone()));
        await StillVerifies(scene);
        Scene.Accepted(await scene.ByOperator(new DisableVerification()));

        var disabled = Assert.IsType<VerificationDisabled>((await scene.World.History(AccountId.Parse("alice")))[^1]);
        Assert.Equal((DisableCause.Requested, Initiator.Operator), (disabled.Cause, disabled.Origin.By));
        Assert.Equal((NoticeKind.VerificationDisabled, Initiator.Operator), (scene.World.Letters.Notices[^1].Kind, scene.World.Letters.Notices[^1].By));
    }

    [Fact]
    public async Task A_STOP_blocks_the_sign_in_and_never_opens_it_and_confirming_again_undoes_it()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        scene.Pass(Duration.FromSeconds(30));

        var stopped = await scene.ByCarrier(new OptOutOfDelivery(Scene.Israeli));

        Assert.Equal(EnrolmentState.VerificationEnabled, stopped.State);
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));
        Assert.Equal(NoticeKind.DeliveryOptedOut, scene.World.Letters.Notices[^1].Kind);

        Scene.Accepted(await scene.Submit(Scene.Israeli));
        Scene.Refused(RefusalCode.DeliveryOptedOut, await scene.Resend());
        Scene.Accepted(await scene.Confirm(scene.Code));
        await StillVerifies(scene);
    }

    [Theory]
    [InlineData(InvalidationReason.Recycled)]
    [InlineData(InvalidationReason.Ported)]
    [InlineData(InvalidationReason.NoLongerServed)]
    public async Task A_report_blocks_the_sign_in_and_never_opens_it_and_confirming_again_undoes_it(InvalidationReason reason)
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        scene.Pass(Duration.FromSeconds(30));

        var reported = await scene.ByCarrier(new InvalidatePhone(Scene.Israeli, reason));

        Assert.Equal(EnrolmentState.VerificationEnabled, reported.State);
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.ReverificationRequired), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));
        Assert.Equal(NoticeKind.PhoneInvalidated, scene.World.Letters.Notices[^1].Kind);

        await scene.Verified(Scene.Israeli);
        await StillVerifies(scene);
    }

    [Fact]
    public async Task A_lost_device_blocks_the_sign_in_and_never_opens_it()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        scene.World.Devices.Owners.Add(AccountId.Parse("alice"));
        Scene.Accepted(await scene.ByUser(new ChangeChannel(VerificationChannel.AppPush)));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.AppPush), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));

        scene.World.Devices.Owners.Clear();

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.DeviceNotRegistered), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));
        Scene.Accepted(await scene.ByUser(new ChangeChannel(VerificationChannel.Sms)));
    }

    [Fact]
    public async Task Who_has_the_password_alone_takes_nobodys_protection_away()
    {
        using var scene = NewScene();
        await scene.Enabled(Scene.Israeli);
        scene.World.Devices.Owners.Add(AccountId.Parse("alice"));
        await scene.Submit(Scene.British);
        var code = scene.Code;
        scene.Pass(Duration.FromMinutes(1));
        scene.Factors = AuthenticationFactors.SingleFactor;

        foreach (var command in new UserCommand[]
        {
            new DisableVerification(), new ChangeChannel(VerificationChannel.AppPush), new RemovePhone(), new SubmitPhone(Scene.American), new ResendCode(), new ConfirmCode(code),
        })
            Scene.Refused(RefusalCode.SecondFactorRequired, await scene.ByUser(command));

        await StillVerifies(scene);
        Scene.Accepted(await scene.ByUser(new CancelPending()));
    }

    private static async Task StillVerifies(Scene scene) =>
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));
}
