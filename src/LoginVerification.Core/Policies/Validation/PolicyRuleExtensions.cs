using FluentValidation;
using FluentValidation.Results;

namespace LoginVerification.Policies;

/// <summary>The rules that several validators share, in words.</summary>
internal static class PolicyRuleExtensions
{
    public static void IsWithin<T, TValue>(this IRuleBuilder<T, TValue> rule, Bound<TValue> bound)
        where TValue : struct, IComparable<TValue> =>
        rule.Must(bound.Contains).WithMessage((_, value) => $"{Bound<TValue>.Write(value)} is out of bounds. Write {bound}.");

    /// <summary>The same, where a policy for research may say more.</summary>
    public static void IsWithin<T, TValue>(this IRuleBuilder<T, TValue> rule, Bound<TValue> bound, bool isResearch)
        where TValue : struct, IComparable<TValue> =>
        rule.Must(value => bound.Contains(value) || (isResearch && bound.Research!.Contains(value))).WithMessage((_, value) =>
            $"{Bound<TValue>.Write(value)} is out of bounds. Write {bound}{(isResearch ? $", or, as this policy is for research, {bound.Research}" : "")}."
            + (!isResearch && bound.Research!.Contains(value) ? ResearchHint : ""));

    /// <summary>What is added to the mend of a value that a policy for research may have.</summary>
    public const string ResearchHint = " To explore what comes of it, say \"research\": true in the policy; no host starts with it then.";

    public static void IsAName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(PolicyNames.Fits).WithMessage((_, name) => PolicyNames.Complaint(name));

    public static void IsAKnownWord<T, TEnum>(this IRuleBuilder<T, TEnum> rule)
        where TEnum : struct, Enum =>
        rule.IsInEnum().WithMessage($"This is no {typeof(TEnum).Name}. Write one of its members.");

    public static void HasAtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most, string what) =>
        rule.Must(items => items.Count <= most).WithMessage((_, items) => $"There are {items.Count} {what}; at most {most} are allowed. Take some out.");

    public static void HasSome<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, string mend) =>
        rule.Must(items => items.Count > 0).WithMessage($"The list is empty. {mend}");

    /// <summary>Fails at a place that is no property of the object under validation.</summary>
    /// <param name="context">The validation.</param>
    /// <param name="path">The place, from the policy on.</param>
    /// <param name="message">What is wrong and what to write instead.</param>
    public static void FailAt<T>(this ValidationContext<T> context, string path, string message) => context.AddFailure(new ValidationFailure(path, message));

    /// <summary>Each item is told by its key, and no key comes twice.</summary>
    public static void NamesNothingTwice<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, Func<TItem, string> key, string member = "", string mend = "Keep one of them.") =>
        rule.Custom((items, context) =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, item) in items.Index())
            {
                if (!seen.Add(key(item)))
                    context.FailAt($"{context.PropertyPath}[{index}]{member}", $"{Words.Quote(key(item))} stands here a second time. {mend}");
            }
        });
}
