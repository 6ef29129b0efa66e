using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class SmsDeliveryRulesValidator : AbstractValidator<SmsDeliveryRules>
{
    public SmsDeliveryRulesValidator() =>
        RuleFor(delivery => delivery.Uncertain).SelectsSomething(country => KnownCountries.Complaint(country.Value));
}
