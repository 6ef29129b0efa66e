namespace LoginVerification.Tests;

/// <summary>Compares what the model has of an account with what is stored, in words.</summary>
internal static class ModelComparison
{
    /// <summary>What the snapshot has otherwise.</summary>
    public static IEnumerable<string> DifferencesTo(this ModelAccount account, Enrolment enrolment)
    {
        var mine = new
        {
            account.State,
            account.Verified,
            account.IsInDoubt,
            account.Pending,
            LapsesAt = account.Pending is null ? (NodaTime.Instant?)null : account.LapsesAt,
            CodeDiesAt = account.Code?.ExpiresAt,
            Tries = account.Code?.WrongTries,
            account.CodeIsLost,
            account.Channel,
            Failures = Listed(account.Failures.Select(failure => $"{failure.Key}×{failure.Value}")),
            account.LockedUntil,
            account.RemovedAt,
            account.ChangedAt,
            Sends = Listed(account.Sends.Select(sent => $"{sent.Number}@{sent.At}")),
            OptedOut = Listed(account.OptedOut.Select(optOut => $"{optOut.Key}@{optOut.Value}")),
            Former = Listed(account.Former.Select(former => $"{former.Key} {former.Value}")),
            Changes = Listed(account.ChannelChanges.Select(at => $"{at}")),
            AppNotices = Listed(account.AppNotices.Select(notice => $"{notice.Key}@{notice.Value}")),
        };
        var stored = new
        {
            enrolment.State,
            Verified = enrolment.Phone?.Details.Number.E164,
            IsInDoubt = enrolment.Phone is { NeedsReverification: true },
            Pending = enrolment.Pending?.Details.Number.E164,
            enrolment.Pending?.LapsesAt,
            CodeDiesAt = enrolment.Pending?.Challenge.ExpiresAt,
            Tries = enrolment.Pending?.Challenge.WrongTries,
            CodeIsLost = enrolment.CodeDelivery is not null,
            Channel = enrolment.ActiveChannel,
            Failures = Listed(enrolment.Failures.Select(failure => $"{failure.Number.E164}×{failure.Count}")),
            LockedUntil = enrolment.LockedUntil(CodePurpose.Enrol),
            RemovedAt = enrolment.PhoneRemovedAt,
            enrolment.ChangedAt,
            Sends = Listed(enrolment.Sends.Select(sent => $"{sent.Number.E164}@{sent.At}")),
            OptedOut = Listed(enrolment.OptedOut.Select(optOut => $"{optOut.Number.E164}@{optOut.At}")),
            Former = Listed(enrolment.FormerNumbers.Select(former => $"{former.Number.E164} {former.WasVerified}")),
            Changes = Listed(enrolment.ChannelChanges.Select(at => $"{at}")),
            AppNotices = Listed(enrolment.InAppNotices.Select(notice => $"{notice.Kind}@{notice.At}")),
        };
        return mine.ToString() == stored.ToString() ? [] : [$"the model has {mine},\n    stored is     {stored}"];
    }

    private static string Listed(IEnumerable<string> items) => string.Join(" ", items.Order(StringComparer.Ordinal));
}
