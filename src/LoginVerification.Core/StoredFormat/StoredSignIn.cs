namespace LoginVerification.Engine;

/// <summary>The newest sign-in.</summary>
internal sealed record StoredSignIn(
    StoredChallenge Challenge,
    VerificationChannel Channel,
    Surface Surface,
    string? Place,
    string? Browser,
    DeviceId? ConfirmedBy,
    SignInState? Ended,
    DeliveryFailure? Delivery)
{
    public static StoredSignIn? Of(SignIn? signIn) => signIn is null
        ? null
        : new(StoredChallenge.Of(signIn.Challenge), signIn.Channel, signIn.Surface, signIn.Place, signIn.Browser, signIn.ConfirmedBy, signIn.Ended, signIn.Delivery);

    public SignIn ToSignIn() =>
        new(Challenge.ToChallenge(), Channel) { Surface = Surface, Place = Place, Browser = Browser, ConfirmedBy = ConfirmedBy, Ended = Ended, Delivery = Delivery };
}
