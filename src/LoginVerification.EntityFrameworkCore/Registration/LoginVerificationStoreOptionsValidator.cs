using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Tells every error of the options at once.</summary>
internal sealed class LoginVerificationStoreOptionsValidator : IValidateOptions<LoginVerificationStoreOptions>
{
    private static readonly TimeSpan ShortestOutboxInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestOutboxInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestHousekeepingInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestHousekeepingInterval = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, LoginVerificationStoreOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(LoginVerificationStoreOptions options)
    {
        foreach (var (id, key) in options.SealingKeys)
        {
            if (id.Length is 0 or > SealingKeys.MaxIdLength || !id.All(character => character is > ' ' and <= '~'))
                yield return $"A key of SealingKeys has an id of {id.Length} characters. Write 1 to {SealingKeys.MaxIdLength} visible ASCII characters: \"2026-11\".";
            if (key is not { Length: LoginVerificationStoreOptions.SealingKeyBytes })
                yield return $"SealingKeys[\"{id}\"] has {key?.Length ?? 0} bytes. Write RandomNumberGenerator.GetBytes({LoginVerificationStoreOptions.SealingKeyBytes}) once, and keep it outside the database.";
        }

        if (options.CurrentSealingKey.Length > 0 && !options.SealingKeys.ContainsKey(options.CurrentSealingKey))
            yield return "CurrentSealingKey names no key of SealingKeys.";
        if (options.CurrentSealingKey.Length == 0 && options.SealingKeys.Count > 1)
            yield return "SealingKeys has several keys. Set CurrentSealingKey to the one for what is written.";
        if (options.OutboxInterval < ShortestOutboxInterval || options.OutboxInterval > LongestOutboxInterval)
            yield return $"OutboxInterval is {options.OutboxInterval}. Write {ShortestOutboxInterval} to {LongestOutboxInterval}.";
        if (options.HousekeepingInterval < ShortestHousekeepingInterval || options.HousekeepingInterval > LongestHousekeepingInterval)
            yield return $"HousekeepingInterval is {options.HousekeepingInterval}. Write {ShortestHousekeepingInterval} to {LongestHousekeepingInterval}.";
    }
}
