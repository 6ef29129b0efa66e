using LoginVerification.PhoneNumbers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification;

/// <summary>Chooses libphonenumber as the reader of phone numbers.</summary>
public static class LoginVerificationBuilderExtensions
{
    /// <summary>Reads numbers with <see cref="LibPhoneNumberReader"/>; one instance serves all. Can be repeated.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UsePhoneNumbers(this LoginVerificationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPhoneNumberReader, LibPhoneNumberReader>());
        return builder;
    }
}
