using LoginVerification.PhoneNumbers;

namespace LoginVerification.Tests;

internal sealed class LibPhoneNumberReaderContract : PhoneNumberReaderContract
{
    protected override IPhoneNumberReader Open() => new LibPhoneNumberReader();
}
