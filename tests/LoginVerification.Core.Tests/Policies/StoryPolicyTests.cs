namespace LoginVerification.Tests.Policies;

/// <summary>The facts of April 2014, read off the policy file; what follows from them is proved elsewhere.</summary>
public sealed class StoryPolicyTests
{
    private static readonly PhoneDetails Israeli = Mobile("+972502345678", "IL");
    private static readonly PhoneDetails American = Mobile("+12015550123", "US");
    private static readonly PhoneDetails RefusedCarrier = Mobile("+447700900123", "GB") with { Carrier = Carrier.Parse("Example Mobile") };

    public static TheoryData<string> Readings => ["twitter-2014", "twitter-2014-web-takes-code"];

    [Theory, MemberData(nameof(Readings))]
    public void The_web_refuses_to_add_what_the_mobile_web_accepts(string name)
    {
        Assert.Equal(RefusalCode.CountryNotServed, Check(name, "web", EnrolmentAction.SubmitPhone, Israeli));
        Assert.Equal(RefusalCode.CarrierNotServed, Check(name, "web", EnrolmentAction.SubmitPhone, RefusedCarrier));
        Assert.Null(Check(name, "web", EnrolmentAction.SubmitPhone, American));
        Assert.All([Israeli, RefusedCarrier, American], number => Assert.Null(Check(name, "mobileWeb", EnrolmentAction.SubmitPhone, number)));
    }

    [Theory, MemberData(nameof(Readings))]
    public void The_web_enables_what_it_refused_to_add(string name) =>
        Assert.All([Israeli, RefusedCarrier], number => Assert.Null(Check(name, "web", EnrolmentAction.EnableVerification, number)));

    [Theory]
    [InlineData("twitter-2014", RefusalCode.CountryNotServed)]
    [InlineData("twitter-2014-web-takes-code", null)]
    public void The_two_readings_differ_in_whether_the_web_takes_the_code(string name, RefusalCode? answer)
    {
        Assert.Equal(answer, Check(name, "web", EnrolmentAction.ConfirmCode, Israeli));
        Assert.Equal(answer, Check(name, "web", EnrolmentAction.ResendCode, Israeli));
    }

    [Theory, MemberData(nameof(Readings))]
    public void The_mobile_web_sends_a_code_to_a_page_without_a_field_for_it(string name)
    {
        Assert.Equal("pending", Offer(name, "mobileWeb", EnrolmentAction.SubmitPhone).Then);
        var pending = Screen(name, "mobileWeb", "pending");
        Assert.Equal([EnrolmentAction.CancelPending], pending.Actions.Select(offer => offer.Action));
        Assert.Equal(
            [("verification", LinkKind.Hidden, "manage"), ("verification", LinkKind.External, "the link in the SMS")],
            pending.Links.Select(link => (link.To, link.Kind, link.Label)));
        Assert.True(pending.Links[1].When!.SmsDelivered);
    }

    [Theory, MemberData(nameof(Readings))]
    public void The_apps_have_no_form_and_send_their_users_to_the_mobile_web(string name) => Assert.All(["android", "ios"], app =>
    {
        var settings = Assert.Single(ShippedPolicies.Load(name).Document.Surfaces.Single(surface => surface.Name == app).Screens);
        Assert.DoesNotContain(settings.Actions, offer => offer.Action == EnrolmentAction.SubmitPhone);
        Assert.Equal(("mobileWeb/addPhone", LinkKind.Visible), settings.Links.Select(link => (link.To, link.Kind)).Single());
        Assert.Contains(settings.Actions, offer => offer.Action == EnrolmentAction.EnableVerification);
    });

    [Theory, MemberData(nameof(Readings))]
    public void No_page_shows_a_way_out_or_lets_a_number_be_replaced(string name)
    {
        var screens = ShippedPolicies.Load(name).Document.Surfaces.SelectMany(surface => surface.Screens).ToList();
        Assert.All(screens, screen => Assert.False(screen.ShowsWaysOut));
        Assert.All(
            screens.SelectMany(screen => screen.Actions).Where(offer => offer.Action == EnrolmentAction.SubmitPhone),
            offer => Assert.Equal([EnrolmentState.NoPhone], offer.When!.State!));
    }

    [Theory, MemberData(nameof(Readings))]
    public void Losing_the_phone_ends_protection_silently(string name)
    {
        var policy = ShippedPolicies.Load(name).Document;
        Assert.Equal(
            (RemovePhoneMode.DisableSilently, StopMode.RemovePhone, InvalidationMode.DisableSilently),
            (policy.RemovePhoneWhileEnabled, policy.OnStop, policy.OnPhoneInvalidated));
    }

    [Fact]
    public void The_default_policy_has_one_answer_for_all_surfaces()
    {
        var gate = ShippedPolicies.Consistent.Gate;
        LineType[] reachable = [LineType.Unknown, LineType.Mobile, LineType.FixedLineOrMobile, LineType.Voip];
        Assert.All(Enum.GetValues<LineType>(), type =>
        {
            var answers =
                from surface in gate.Surfaces
                from action in new[] { EnrolmentAction.SubmitPhone, EnrolmentAction.ResendCode, EnrolmentAction.EnableVerification }
                select gate.Check(surface, new Choice(action), American with { LineType = type }, default)?.Code;
            Assert.Equal(reachable.Contains(type) ? null : RefusalCode.LineTypeNotServed, Assert.Single(answers.Distinct()));
        });
    }

    private static RefusalCode? Check(string policy, string surface, EnrolmentAction action, PhoneDetails number) =>
        ShippedPolicies.Load(policy).Gate.Check(Surface.Parse(surface), new Choice(action), number, default)?.Code;

    private static ScreenAction Offer(string policy, string surface, EnrolmentAction action) =>
        ShippedPolicies.Load(policy).Document.Surfaces.Single(entry => entry.Name == surface).Screens.SelectMany(screen => screen.Actions).Single(offer => offer.Action == action);

    private static ScreenDocument Screen(string policy, string surface, string screen) =>
        ShippedPolicies.Load(policy).Document.Surfaces.Single(entry => entry.Name == surface).Screens.Single(entry => entry.Name == screen);

    private static PhoneDetails Mobile(string number, string country) => new(PhoneNumber.Parse(number), CountryCode.Parse(country), LineType.Mobile);
}
