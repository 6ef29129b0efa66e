using FluentValidation;

namespace LoginVerification.Policies;

/// <summary>What a selection has to say, in words.</summary>
internal static class SelectionRuleExtensions
{
    public static void SelectsSomething<T, TItem>(this IRuleBuilder<T, Selection<TItem>> rule, Func<TItem, string?>? complaint = null)
        where TItem : notnull =>
        rule.Custom((selection, context) => Check(selection, context.PropertyPath, context, complaint));

    public static void SelectCarriers<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, Selection<Carrier>>> rule) =>
        rule.Custom((carriers, context) =>
        {
            foreach (var (country, selection) in carriers)
            {
                var path = JsonPath.Key(context.PropertyPath, country);
                if (KnownCountries.Complaint(country) is { } wrong)
                    context.FailAt(path, wrong);
                if (selection.Kind == SelectionKind.Any)
                    context.FailAt(path, "\"any\" is what a country has that is not named. Take the entry out.");
                Check(selection, path, context, null);
            }
        });

    private static void Check<T, TItem>(Selection<TItem> selection, string path, ValidationContext<T> context, Func<TItem, string?>? complaint)
        where TItem : notnull
    {
        if (selection.Kind == SelectionKind.Any)
            return;
        var list = $"{path}.{(selection.Kind == SelectionKind.Only ? "only" : "except")}";
        if (selection.Items.Count == 0)
            context.FailAt(list, selection.Kind == SelectionKind.Only
                ? "\"only\" nothing allows nothing. Name what is allowed, or write \"any\"."
                : "\"except\" nothing is everything. Name what is refused, or write \"any\".");
        if (selection.Items.Count > PolicyLimits.MaxItems)
            context.FailAt(list, $"There are {selection.Items.Count} items; at most {PolicyLimits.MaxItems} are allowed. Take some out.");
        if (selection.Items.Count > 0 && AllowedSet<TItem>.Of(selection).IsEmpty)
            context.FailAt(list, "Everything is excepted, so that nothing is allowed. Take out what is allowed.");
        CheckItems(selection.Items, list, context, complaint);
    }

    private static void CheckItems<T, TItem>(IReadOnlyList<TItem> items, string list, ValidationContext<T> context, Func<TItem, string?>? complaint)
    {
        var seen = new HashSet<TItem>();
        foreach (var (index, item) in items.Index())
        {
            if (!seen.Add(item))
                context.FailAt($"{list}[{index}]", $"{Words.Quote($"{item}")} stands here a second time. Keep one of them.");
            else if (complaint?.Invoke(item) is { } wrong)
                context.FailAt($"{list}[{index}]", wrong);
        }
    }
}
