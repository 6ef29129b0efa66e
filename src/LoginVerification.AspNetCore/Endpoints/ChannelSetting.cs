namespace LoginVerification.Http;

/// <summary>
/// A channel is set by one of two commands: enable, or change where it is enabled already. Which of them, the state decides; and the state can change between the
/// question and the command, or have changed since the same request first came.
/// </summary>
internal static class ChannelSetting
{
    /// <summary>Who turns verification on and off in between so often meets a storm.</summary>
    private const int MostCommands = 6;

    /// <param name="user">The owner.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="enabled">Whether verification was on when it was asked.</param>
    /// <param name="hasKey">
    /// Whether the request has an idempotency key. Then the command that does not apply goes first: it changes nothing, and it knows an earlier request that it
    /// answered.
    /// </param>
    public static async ValueTask<EnrolmentResult> SetAsync(UserEnrolment user, VerificationChannel channel, bool enabled, bool hasKey)
    {
        var result = default(EnrolmentResult);
        var enables = enabled == hasKey;
        for (var commands = 0; commands < MostCommands; commands++, enables = !enables)
        {
            result = enables ? await user.EnableAsync(channel).ConfigureAwait(false) : await user.ChangeChannelAsync(channel).ConfigureAwait(false);
            if (Applies(result))
                return result;
        }

        return result! with { Refusal = new Refusal(RefusalCode.Conflict, new RefusalSource.Lifecycle()) };
    }

    private static bool Applies(EnrolmentResult result) => result is { Replayed: true } or not { Refusal.Code: RefusalCode.AlreadyEnabled or RefusalCode.NotEnabled };
}
