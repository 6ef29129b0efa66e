namespace LoginVerification.Tests;

public sealed class GateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_surface_offers_what_some_screen_of_it_offers(bool turned)
    {
        ScreenDocument[] screens =
        [
            new() { Name = "first", Actions = [new() { Action = EnrolmentAction.SubmitPhone, When = new() { State = [EnrolmentState.NoPhone] } }], Links = [new() { To = "change" }] },
            new() { Name = "change", Actions = [new() { Action = EnrolmentAction.SubmitPhone, When = new() { State = [EnrolmentState.PhoneVerified] } }], Links = [new() { To = "first" }] },
        ];
        var gate = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Surfaces = [new() { Name = "web", Home = "first", Screens = [.. turned ? screens.Reverse() : screens] }],
            Rules = [],
        }).Gate;
        var nobody = new Enrolment(AccountId.Parse("alice"));
        var phone = new PhoneDetails(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile);

        Assert.Equal(
            (true, true, false),
            (Offers(nobody), Offers(nobody with { Phone = new VerifiedPhone(phone, default) }), Offers(nobody with { Phone = new VerifiedPhone(phone, default), ActiveChannel = VerificationChannel.Sms })));

        bool Offers(Enrolment enrolment) => gate.Offers(Surface.Parse("web"), EnrolmentAction.SubmitPhone, enrolment, default);
    }
}
