using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Random snapshots and events that do not contradict themselves, with texts and instants from the edges.</summary>
public static class StoredGenerators
{
    /// <summary>Longer lists only take longer.</summary>
    private const int MostItems = 12;

    private static readonly Gen<string> Texts =
        from pieces in Gen.ArrayOf(Gen.Elements("a", "Z", "0", " ", "\"", "\\", "/", "<", "+", "\n", "\u0001", "\u007F", "\u2028", "é", "e\u0301", "電", "👩", "{}"))
        from first in Gen.Elements("x", "ж", "👨")
        select first + string.Concat(pieces.Take(30));

    private static readonly Gen<Instant> UsualInstants =
        from days in Gen.Choose(-40_000, 2_000_000)
        from milliseconds in Gen.Choose(0, 86_399_999)
        select Instant.FromUnixTimeTicks(0) + Duration.FromDays(days) + Duration.FromMilliseconds(milliseconds);

    private static readonly Gen<Instant> Instants = Gen.Frequency(
        (20, UsualInstants),
        (1, Gen.Elements(Instant.MinValue, StoredBounds.Latest - Duration.FromNanoseconds(1), NodaConstants.UnixEpoch, NodaConstants.UnixEpoch + Duration.FromNanoseconds(1))));

    private static readonly Gen<PhoneNumber> Numbers =
        from first in Gen.Choose(1, 9)
        from others in Gen.ArrayOf(Gen.Choose(0, 9), 14)
        from length in Gen.Choose(3, 14)
        select PhoneNumber.Parse($"+{first}{string.Concat(others.Take(length))}");

    private static readonly Gen<Carrier> Carriers = from text in Texts select Carrier.Parse(text);
    private static readonly Gen<Surface> Surfaces = from text in Texts select Surface.Parse(text);
    private static readonly Gen<VerificationChannel> Channels = Any<VerificationChannel>();
    private static readonly Gen<ChallengeId> ChallengeIds = from text in Texts select new ChallengeId(text);

    private static readonly Gen<EnrolmentId> EnrolmentIds =
        from digits in Gen.ArrayOf(Gen.Elements("0123456789abcdef".ToCharArray()), 2 * EnrolmentId.Length) select EnrolmentId.Parse(new string(digits));

    private static readonly Gen<PhoneDetails> Phones =
        from number in Numbers
        from country in Gen.Elements("GB", "US", "IL", "ZZ")
        from lineType in Any<LineType>()
        from carrier in Carriers.OrNull()
        from isReserved in Gen.Elements(true, false)
        select new PhoneDetails(number, CountryCode.Parse(country), lineType) { Carrier = carrier, IsReserved = isReserved };

    private static readonly Gen<Challenge> Challenges =
        from id in ChallengeIds
        from purpose in Any<CodePurpose>()
        from number in Numbers
        from digits in Gen.Choose(6, 8)
        from nonce in Gen.ArrayOf(Gen.Elements("0123456789abcdefABCDEF".ToCharArray()), 2 * Nonce.Length)
        from keyId in Texts
        from issuedAt in UsualInstants
        from life in Gen.Choose(1, 600_000)
        from wrongTries in Gen.Choose(0, 10)
        from language in Texts.OrNull()
        select new Challenge(id, purpose, number, Nonce.Parse(new string(nonce)), keyId, digits, issuedAt, issuedAt + Duration.FromMilliseconds(life))
        {
            WrongTries = wrongTries,
            Language = language,
        };

    private static readonly Gen<HandledRequest> Requests =
        from texts in Gen.ArrayOf(Texts, 3)
        from refusal in Maybe(Any<RefusalCode>())
        from at in Instants
        select new HandledRequest(texts[0], texts[1], texts[2], refusal, at);

    private static readonly Gen<DeviceId> DeviceIds =
        from digits in Gen.ArrayOf(Gen.Elements("0123456789abcdef".ToCharArray()), 2 * DeviceId.Length) select DeviceId.Parse(new string(digits));

    private static readonly Gen<PushAddress> Addresses = from text in Texts select PushAddress.Parse(text);

    private static readonly Gen<AppDevice> Devices =
        from id in DeviceIds
        from key in Gen.Elements(TestKeys.First, TestKeys.Second)
        from name in Texts
        from boundAt in Instants
        from address in Addresses.OrNull()
        select new AppDevice(id, key, name, boundAt) { Address = address };

    private static readonly Gen<string> Hashes =
        from digits in Gen.ArrayOf(Gen.Elements("0123456789abcdef".ToCharArray()), 64) select new string(digits);

    private static readonly Gen<BackupCodeSet> BackupCodes =
        from salt in Hashes
        from iterations in Gen.Frequency((9, Gen.Choose(1, 1_000)), (1, Gen.Constant(100_000)))
        from hashes in Gen.ArrayOf(Hashes, BackupCodeSet.Count)
        from left in Gen.SubListOf(Enumerable.Range(1, BackupCodeSet.Count))
        select new BackupCodeSet(salt[..32], iterations, [.. left.Select(number => new BackupCodeHash(number, hashes[number - 1]))]);

    /// <summary>One over each channel; whose number it is over is told when there is one.</summary>
    private static readonly Gen<SignIn> SignIns =
        from challenge in Challenges
        from channel in Any<VerificationChannel>()
        from surface in Surfaces
        from place in Texts.OrNull()
        from browser in Texts.OrNull()
        from device in DeviceIds.OrNull()
        from ended in Maybe(Gen.Elements(SignInState.Approved, SignInState.Denied, SignInState.Expired, SignInState.Exhausted))
        from delivery in Maybe(Any<DeliveryFailure>())
        let isPush = channel is VerificationChannel.AppPush
        select new SignIn(challenge with { Purpose = CodePurpose.SignIn, Digits = isPush ? MatchingNumber.Digits : challenge.Digits }, channel)
        {
            Surface = surface,
            Place = place,
            Browser = browser,
            ConfirmedBy = isPush && ended is not null ? device : null,
            Ended = ended,
            Delivery = delivery,
        };

    private static readonly Gen<VerifiedPhone> VerifiedPhones =
        from details in Phones
        from verifiedAt in Instants
        from doubted in Gen.Elements(true, false)
        select new VerifiedPhone(details, verifiedAt) { NeedsReverification = doubted };

    private static readonly Gen<PendingPhone> PendingPhones =
        from details in Phones
        from lapsesAt in Instants
        from challenge in Challenges
        select new PendingPhone(details, lapsesAt, challenge with { Number = details.Number, Purpose = CodePurpose.Enrol });

    private static readonly Gen<Enrolment> Enrolments =
        from account in Texts
        from id in EnrolmentIds
        from version in Gen.Choose(1, int.MaxValue)
        from phone in VerifiedPhones.OrNull()
        from pending in PendingPhones.OrNull()
        from channel in Maybe(Channels)
        from earlier in Gen.ArrayOf(Challenges)
        from sends in Gen.ArrayOf(from purpose in Any<CodePurpose>() from number in Numbers from at in Instants select new SentCode(purpose, number, at))
        from failures in Gen.ArrayOf(from purpose in Any<CodePurpose>() from number in Numbers from count in Gen.Choose(1, 8) select new WrongCodes(purpose, number, count))
        from locks in Gen.ArrayOf(from purpose in Any<CodePurpose>() from until in Instants select new PurposeLock(purpose, until))
        from optedOut in Gen.ArrayOf(from number in Numbers from at in Instants select new OptOut(number, at))
        from former in Gen.ArrayOf(from number in Numbers from wasVerified in Gen.Elements(true, false) select new FormerNumber(number, wasVerified))
        from changes in Gen.ArrayOf(Instants)
        from delivery in Maybe(Any<DeliveryFailure>())
        from notices in Gen.ArrayOf(from kind in Any<NoticeKind>() from at in Instants select new InAppNotice(kind, at))
        from requests in Gen.ArrayOf(Requests)
        from signIn in SignIns.OrNull()
        from devices in Gen.ArrayOf(Devices)
        from removed in Gen.Choose(0, 3)
        from codes in BackupCodes.OrNull()
        from removal in Maybe(Instants)
        from since in Instants
        select Changed(since, new Enrolment(AccountId.Parse(account))
        {
            Version = version,
            Id = id,
            Phone = phone,
            Pending = pending,
            ActiveChannel = phone is null ? null : channel,
            EarlierChallenges = [.. earlier.Where(challenge => challenge.Id != pending?.Challenge.Id).DistinctBy(challenge => challenge.Id)],
            Sends = [.. sends],
            Failures = [.. failures.DistinctBy(failure => (failure.Purpose, failure.Number))],
            Locks = [.. locks.DistinctBy(lockout => lockout.Purpose)],
            OptedOut = [.. optedOut.DistinctBy(optOut => optOut.Number)],
            FormerNumbers = [.. former.DistinctBy(one => one.Number)],
            PhoneRemovedAt = removal,
            ChannelChanges = [.. changes],
            CodeDelivery = pending is null ? null : delivery,
            InAppNotices = [.. notices.DistinctBy(notice => notice.Kind)],
            Requests = [.. requests],
            SignIn = phone is not null && signIn is not null && channel == signIn.Channel ? signIn with { Challenge = signIn.Challenge with { Number = phone.Details.Number } } : null,
            Devices = [.. devices.DistinctBy(device => device.Id).DistinctBy(device => device.Key)],
            DevicesBound = devices.Length + removed,
            BackupCodes = phone is null || channel is null ? null : codes,
        });

    /// <summary>The snapshot with the time of its last event: nothing in it happened later.</summary>
    private static Enrolment Changed(Instant since, Enrolment enrolment)
    {
        Instant[] stamps =
        [
            since,
            .. enrolment.Sends.Select(sent => sent.At), .. enrolment.OptedOut.Select(optOut => optOut.At), .. enrolment.ChannelChanges,
            .. enrolment.InAppNotices.Select(notice => notice.At), .. enrolment.Requests.Select(request => request.At),
            .. enrolment.EarlierChallenges.Select(challenge => challenge.IssuedAt),
            .. enrolment.Devices.Select(device => device.BoundAt),
            enrolment.Pending?.Challenge.IssuedAt ?? since, enrolment.Phone?.VerifiedAt ?? since, enrolment.SignIn?.Challenge.IssuedAt ?? since,
            enrolment.PhoneRemovedAt ?? since,
        ];
        return enrolment with { ChangedAt = stamps.Max() };
    }

    private static readonly Gen<Origin> Origins =
        from at in Instants
        from initiator in Any<Initiator>()
        from surface in Surfaces.OrNull()
        from staff in Texts.OrNull()
        from request in Texts.OrNull()
        select new Origin(at, initiator, surface) { StaffId = staff, CorrelationId = request };

    private static readonly Gen<Func<Origin, EnrolmentEvent>> Happenings = Gen.OneOf<Func<Origin, EnrolmentEvent>>(
        from pending in PendingPhones from since in Instants select Event(origin => new PhoneSubmitted(pending.Details, pending.Challenge, pending.LapsesAt, since) { Origin = origin }),
        from id in ChallengeIds from since in Instants select Event(origin => new CodeResent(id, since) { Origin = origin }),
        from challenge in Challenges from since in Instants select Event(origin => new CodeReissued(challenge, since) { Origin = origin }),
        from id in ChallengeIds from purpose in Any<CodePurpose>() from match in Any<CodeMatch>() from until in Maybe(Instants) select Event(origin => new CodeMismatched(id, purpose, match, until) { Origin = origin }),
        from id in ChallengeIds select Event(origin => new CodeMatched(id) { Origin = origin }),
        from id in ChallengeIds from number in Numbers select Event(origin => new PhoneReplaced(id, number) { Origin = origin }),
        from number in Numbers select Event(origin => new PendingCancelled(number) { Origin = origin }),
        from number in Numbers select Event(origin => new PendingLapsed(number) { Origin = origin }),
        from channel in Channels from since in Instants select Event(origin => new ChannelEnabled(channel, since) { Origin = origin }),
        from channel in Channels from since in Instants select Event(origin => new ChannelChanged(channel, channel is VerificationChannel.Sms ? VerificationChannel.AppPush : VerificationChannel.Sms, since) { Origin = origin }),
        from channel in Channels from cause in Any<DisableCause>() select Event(origin => new VerificationDisabled(channel, cause) { Origin = origin }),
        from channel in Channels from cause in Any<DisableCause>() select Event(origin => new ProtectionDropped(channel, cause) { Origin = origin }),
        from number in Numbers select Event(origin => new PhoneRemoved(number) { Origin = origin }),
        from number in Numbers from reason in Any<InvalidationReason>() select Event(origin => new PhoneInvalidated(number, reason) { Origin = origin }),
        from number in Numbers select Event(origin => new DeliveryOptedOut(number) { Origin = origin }),
        from number in Numbers select Event(origin => new DeliveryRestored(number) { Origin = origin }),
        from failures in Gen.Choose(1, 100) select Event(origin => new Unlocked(failures) { Origin = origin }),
        from phone in VerifiedPhones select Event(origin => new PhoneImported(phone.Details, phone.VerifiedAt) { Origin = origin }),
        from id in ChallengeIds from reason in Any<DeliveryFailure>() select Event(origin => new DeliveryFailed(id, reason) { Origin = origin }),
        from at in Instants select Event(origin => new NoticesAcknowledged(at) { Origin = origin }),
        from at in Instants select Event(origin => new ClockSetBack(at) { Origin = origin }),
        from kind in Any<NoticeKind>() select Event(origin => new NoticeUndeliverable(kind) { Origin = origin }),
        from request in Requests select Event(origin => new RequestHandled(request) { Origin = origin }),
        from signIn in SignIns from since in Instants select Event(origin => new SignInBegun(signIn, since) { Origin = origin }),
        from id in ChallengeIds from channel in Channels from since in Instants select Event(origin => new SignInResent(id, channel, since) { Origin = origin }),
        from id in ChallengeIds from until in Maybe(Instants) from first in Gen.Elements(true, false) select Event(origin => new SignInMismatched(id, until) { IsFirstLock = first, Origin = origin }),
        from id in ChallengeIds select Event(origin => new SignInExhausted(id) { Origin = origin }),
        from id in ChallengeIds from device in DeviceIds select Event(origin => new SignInConfirmed(id, device) { Origin = origin }),
        from id in ChallengeIds select Event(origin => new SignInApproved(id) { Origin = origin }),
        from id in ChallengeIds from device in DeviceIds select Event(origin => new SignInDenied(id, device) { Origin = origin }),
        from id in ChallengeIds select Event(origin => new SignInExpired(id) { Origin = origin }),
        from codes in BackupCodes select Event(origin => new BackupCodesIssued(codes) { Origin = origin }),
        from number in Gen.Choose(1, BackupCodeSet.Count) select Event(origin => new BackupCodeUsed(number) { Origin = origin }),
        from until in Maybe(Instants) from first in Gen.Elements(true, false) select Event(origin => new BackupCodeMismatched(until) { IsFirstLock = first, Origin = origin }),
        from device in Devices select Event(origin => new DeviceBound(device) { Origin = origin }),
        from id in DeviceIds from name in Texts select Event(origin => new DeviceRenamed(id, name) { Origin = origin }),
        from id in DeviceIds from address in Addresses.OrNull() select Event(origin => new DeviceAddressChanged(id, address) { Origin = origin }),
        from id in DeviceIds select Event(origin => new DeviceRemoved(id) { Origin = origin }));

    public static Arbitrary<Enrolment> Enrolment() => Enrolments.Resize(MostItems).ToArbitrary();

    public static Arbitrary<EnrolmentEvent> EnrolmentEvent() =>
        (from origin in Origins from begins in EnrolmentIds.OrNull() from happening in Happenings select happening(origin) with { Begins = begins }).ToArbitrary();

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(values.Select(value => (T?)value), Gen.Constant((T?)null));

    private static Func<Origin, EnrolmentEvent> Event(Func<Origin, EnrolmentEvent> make) => make;
}
