namespace LoginVerification.Tests.Policies;

public sealed class ScreenMapTests
{
    public static TheoryData<string> Names => [.. ShippedPolicies.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_screen_stands_at_its_id_with_what_the_policy_says_of_it(string name)
    {
        var policy = ShippedPolicies.Load(name);
        var documents = policy.Document.Surfaces.SelectMany(surface => surface.Screens.Select(screen => (surface, screen))).ToList();
        Assert.Equal(documents.Count, policy.Screens.Screens.Count);
        foreach (var (index, (surface, document)) in documents.Index())
        {
            var screen = policy.Screens[new ScreenId(index)];
            Assert.Equal((new ScreenId(index), $"{surface.Name}/{document.Name}", document.ShowsWaysOut), (screen.Id, screen.ToString(), screen.ShowsWaysOut));
            Assert.Equal(document.Actions.Select(offer => offer.Action), screen.Offers.Select(offer => offer.Action));
            foreach (var action in Enum.GetValues<EnrolmentAction>())
            {
                var offer = document.Actions.SingleOrDefault(candidate => candidate.Action == action);
                Assert.Equal(offer is null, screen.WhenOffered(action).IsEmpty);
                Assert.Equal($"{surface.Name}/{offer?.Then ?? document.Name}", policy.Screens[screen.LandingAfter(action)].ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_come_first_then_each_surface_at_its_home_but_for_that_home_itself(string name)
    {
        var policy = ShippedPolicies.Load(name);
        foreach (var surface in policy.Document.Surfaces)
        {
            foreach (var document in surface.Screens)
            {
                var screen = policy.Screens.Screens.Single(candidate => candidate.ToString() == $"{surface.Name}/{document.Name}");
                Assert.Equal(
                    [
                        .. document.Links.Select(link => (link.To.Contains('/') ? link.To : $"{surface.Name}/{link.To}", link.Kind is LinkKind.Visible)),
                        .. policy.Document.Surfaces.Select(other => $"{other.Name}/{other.Home}").Where(home => home != $"{surface.Name}/{document.Name}").Select(home => (home, true)),
                    ],
                    screen.Exits.Select(exit => (policy.Screens[exit.To].ToString(), exit.IsVisible)));
            }
        }
    }

    [Fact]
    public void A_surface_that_the_policy_does_not_declare_has_no_home()
    {
        var screens = ShippedPolicies.Consistent.Screens;
        Assert.All(screens.Surfaces, surface => Assert.Equal(surface, screens.HomeOf(surface).Surface));
        Assert.Contains("web", Assert.Throws<ArgumentException>(() => screens.HomeOf(Surface.Parse("nowhere"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_holds_in_the_cases_where_all_its_parts_do()
    {
        var condition = new ScreenCondition { State = [EnrolmentState.PhonePending, EnrolmentState.PhoneVerified], Pending = true, Verified = false, SmsDelivered = true, Device = false };
        var set = CaseSet.Of(condition);
        Assert.Equal(ConditionCase.Count, ConditionCase.All.Distinct().Count());
        Assert.Equal(
            [new ConditionCase(EnrolmentState.PhonePending, pending: true, verified: false, smsDelivered: true, channel: null, device: false), new ConditionCase(EnrolmentState.PhoneVerified, pending: true, verified: false, smsDelivered: true, channel: null, device: false)],
            ConditionCase.All.Where(set.Contains));
        Assert.All(ConditionCase.All, at => Assert.Equal((true, false), (CaseSet.Of((ScreenCondition?)null).Contains(at), default(CaseSet).Contains(at))));
        Assert.All(ConditionCase.All, at => Assert.Equal(at, new ConditionCase(at.State, at.Pending, at.Verified, at.SmsDelivered, at.Channel, at.Device)));
    }

    [Fact]
    public void A_case_has_a_channel_if_and_only_if_verification_is_enabled()
    {
        Assert.All(ConditionCase.All, at => Assert.Equal(at.State is EnrolmentState.VerificationEnabled, at.Channel is not null));
        Assert.Throws<ArgumentException>(() => new ConditionCase(EnrolmentState.VerificationEnabled, pending: false, verified: true, smsDelivered: false, channel: null, device: false));
        Assert.Throws<ArgumentException>(() => new ConditionCase(EnrolmentState.PhoneVerified, pending: false, verified: true, smsDelivered: false, VerificationChannel.Sms, device: false));
    }

    [Theory]
    [InlineData(VerificationChannel.Sms, true, false)]
    [InlineData(VerificationChannel.AppPush, true, true)]
    [InlineData(VerificationChannel.AppPush, false, false)]
    [InlineData(null, true, false)]
    public void What_is_asked_of_channel_and_device_is_asked_of_the_account(VerificationChannel? active, bool device, bool holds)
    {
        var phone = new VerifiedPhone(new PhoneDetails(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile), default);
        var account = new Enrolment(AccountId.Parse("alice")) { Phone = phone, ActiveChannel = active };
        Assert.Equal(holds, CaseSet.Of(new ScreenCondition { Channel = [VerificationChannel.AppPush], Device = true }).MayHold(account, device));
    }

    [Fact]
    public void What_is_asked_of_the_SMS_is_taken_as_met()
    {
        foreach (var delivered in new[] { false, true })
        {
            var set = CaseSet.Of(new ScreenCondition { Verified = false, SmsDelivered = delivered });
            Assert.True(set.MayHold(new Enrolment(AccountId.Parse("alice")), device: false));
        }

        Assert.False(CaseSet.Of(ScreenCondition.WhilePending).MayHold(new Enrolment(AccountId.Parse("alice")), device: false));
    }
}
