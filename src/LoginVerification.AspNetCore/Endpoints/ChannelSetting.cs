namespace LoginVerification.Http;

/// <summary>
/// A channel is set by one of two commands: enable, or change where it is enabled already. Which of them, the state decides; and the state can change between the
/// question and the command, or have changed since the same request first came.
/// </summary>
internal static class ChannelSetting
{
    /// <summary>Who turns verification on and off in between so often meets a storm.</summary>
    private const int MostRounds = 3;

    public static async ValueTask<EnrolmentResult> SetAsync(UserEnrolment user, VerificationChannel channel, bool enabled)
    {
        var result = default(EnrolmentResult);
        for (var round = 0; round < MostRounds; round++)
        {
            // The one that does not apply goes first. It changes nothing, and under an idempotency key it knows an earlier request that it answered.
            result = enabled ? await user.EnableAsync(channel).ConfigureAwait(false) : await user.ChangeChannelAsync(channel).ConfigureAwait(false);
            if (Applies(result))
                return result;
            result = enabled ? await user.ChangeChannelAsync(channel).ConfigureAwait(false) : await user.EnableAsync(channel).ConfigureAwait(false);
            if (Applies(result))
                return result;
            enabled = !enabled;
        }

        return result! with { Refusal = new Refusal(RefusalCode.Conflict, new RefusalSource.Lifecycle()) };
    }

    private static bool Applies(EnrolmentResult result) => result is { Replayed: true } or not { Refusal.Code: RefusalCode.AlreadyEnabled or RefusalCode.NotEnabled };
}
