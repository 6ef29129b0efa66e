using System.Linq.Expressions;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>The bounds of the options. Every error is told at once, and no key is repeated.</summary>
internal sealed class LoginVerificationStoreOptionsValidator : AbstractValidator<LoginVerificationStoreOptions>, IValidateOptions<LoginVerificationStoreOptions>
{
    public LoginVerificationStoreOptionsValidator()
    {
        RuleForEach(options => options.SealingKeys)
            .Must(key => key.Key.Length is > 0 and <= SealingKeys.MaxIdLength && key.Key.All(character => character is > ' ' and <= '~'))
            .WithMessage((_, key) => $"A key of SealingKeys has an id of {key.Key.Length} characters. Write 1 to {SealingKeys.MaxIdLength} visible ASCII characters: \"2026-11\".");
        RuleForEach(options => options.SealingKeys)
            .Must(key => key.Value is { Length: LoginVerificationStoreOptions.SealingKeyBytes })
            .WithMessage((_, key) => $"SealingKeys[\"{key.Key}\"] has {key.Value?.Length ?? 0} bytes. Write RandomNumberGenerator.GetBytes({LoginVerificationStoreOptions.SealingKeyBytes}) once, and keep it outside the database.");
        RuleFor(options => options.CurrentSealingKey)
            .Must((options, id) => string.IsNullOrEmpty(id) ? options.SealingKeys.Count <= 1 : options.SealingKeys.ContainsKey(id))
            .WithMessage("CurrentSealingKey names no key of SealingKeys. Name the one for what is written.");
        Within(options => options.HousekeepingInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    }

    public ValidateOptionsResult Validate(string? name, LoginVerificationStoreOptions options)
    {
        string[] failures = [.. options.SectionErrors, .. Validate(options).Errors.Select(error => error.ErrorMessage)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void Within(Expression<Func<LoginVerificationStoreOptions, TimeSpan>> option, TimeSpan least, TimeSpan most) => RuleFor(option)
        .InclusiveBetween(least, most)
        .WithMessage(((MemberExpression)option.Body).Member.Name + $" must be {least} to {most}.");
}
