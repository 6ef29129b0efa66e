namespace LoginVerification;

/// <summary>Asks for a code to a number, to add it or to replace the verified one. Needs a recent authentication. The number that is already pending is a resend.</summary>
/// <param name="Number">The number as typed: international with <c>+</c>, or national when <paramref name="Country"/> is stated.</param>
/// <param name="Country">The country that the user states; it decides where several share a calling code.</param>
/// <param name="Carrier">The carrier that the user states; a look-up's answer goes before it.</param>
public sealed record SubmitPhone(PhoneInput Number, CountryCode? Country = null, Carrier? Carrier = null) : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.SubmitPhone;
}
