using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace LoginVerification.Cli;

/// <summary>The parser's complaints in the words of this tool: which word is wrong, and what to write instead.</summary>
internal static class ParseComplaints
{
    /// <summary>Everything that is wrong; empty where nothing is, or where help was asked for.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        // The parser skips a first word in brackets.
        if (parsed.Tokens.FirstOrDefault(token => token.Type is TokenType.Directive) is { } directive)
            return [Misplaced(directive.Value, parsed.RootCommandResult.Command)];
        if (parsed.Action is not ParseErrorAction)
            return [.. Swallowing(parsed, verb).Select(NoValue)];
        var words = parsed.UnmatchedTokens;
        var plain = parsed.Tokens.SkipWhile(token => token.Type is not TokenType.DoubleDash).Skip(1).Select(token => token.Value).ToHashSet();
        if (words.Where(plain.Contains).ToList() is { Count: > 0 } misread)
            return [.. misread.Select(AfterDashes)];
        if (verb is RootCommand)
            return [words.Count > 0 ? Misplaced(words[0], verb) : $"A verb is missing. {Verbs(verb)}"];
        return
        [
            .. words.Select(word => Unknown(word, verb)),
            .. Swallowing(parsed, verb).Select(NoValue),
            .. parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().Distinct().Select(Miscounted),
            .. verb.Arguments.Where(argument => parsed.GetResult(argument) is not { Tokens.Count: > 0 })
                .Select(argument => $"{argument.Name} is missing. Write: login-verification {verb.Name} {string.Join(' ', verb.Arguments.Select(known => known.Name))}."),
        ];
    }

    /// <summary>Options that took the next option for their value: to the parser that is one.</summary>
    private static IEnumerable<Option> Swallowing(ParseResult parsed, Verb verb)
    {
        var names = verb.Options.SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet();
        return verb.Options.Where(option => parsed.GetResult(option) is { Tokens: [var value] } && names.Contains(value.Value));
    }

    private static string Misplaced(string word, Verb root) =>
        $"{Shown.Quoted(word)} is no {(word.StartsWith('-') ? "option before a verb" : "verb")}. {Verbs(root)}";

    private static string AfterDashes(string word) => $"{Shown.Quoted(word)} stands after --, where neither verbs nor options are read. Take -- out.";

    private static string Unknown(string word, Verb verb)
    {
        var options = string.Join(", ", verb.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return word.StartsWith('-') && !Shown.MayBePhoneNumber(word)
            ? $"{verb.Name} has no option {Shown.Quoted(word)}. It has: {options}."
            : $"{verb.Name} cannot place {Shown.Quoted(word)}. Write a value after its option ({options}), and one with blanks in quotes.";
    }

    private static string Miscounted(OptionResult option) => option.Tokens.Count == 0
        ? NoValue(option.Option)
        : $"{option.Option.Name} has {Words.Count(option.Tokens.Count, "value")}. Write it once, with one.";

    private static string NoValue(Option option) => $"{option.Name} has no value. Write: {option.Name} {option.HelpName}.";

    private static string Verbs(Verb root) =>
        $"Write one of: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}; see \"login-verification --help\".";
}
