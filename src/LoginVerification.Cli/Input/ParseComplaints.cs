using System.CommandLine;
using System.CommandLine.Parsing;

namespace LoginVerification.Cli;

/// <summary>The parser's complaints in the words of this tool: which word is wrong, and what is possible instead.</summary>
internal static class ParseComplaints
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var words = parsed.UnmatchedTokens;
        if (command is RootCommand)
            return [words.Count > 0 ? UnknownVerb(words[0], command) : $"A verb is missing. {Verbs(command)}"];

        var unknown = words.Select(word => Unknown(word, command));
        var others = parsed.Errors.Where(error => error.SymbolResult is OptionResult or ArgumentResult).Select(error => Hide(error.Message, parsed));
        IReadOnlyList<string> complaints = [.. unknown, .. others];
        return complaints.Count > 0
            ? complaints
            : [.. parsed.Errors.Select(error => $"{Hide(error.Message, parsed)} See \"login-verification {command.Name} --help\".")];
    }

    private static string UnknownVerb(string word, Verb root) =>
        word.StartsWith('-') ? $"{Shown.Quoted(word)} is no option here. {Verbs(root)}" : $"{Shown.Quoted(word)} is no verb. {Verbs(root)}";

    private static string Unknown(string word, Verb command)
    {
        var options = string.Join(", ", command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return word.StartsWith('-') && !Shown.MayBePhoneNumber(word)
            ? $"{command.Name} has no option {Shown.Quoted(word)}. It has: {options}."
            : $"{command.Name} cannot place {Shown.Quoted(word)}. Write a value after its option ({options}), and one with blanks in quotes.";
    }

    private static string Verbs(Verb root) =>
        $"Write one of: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}; see \"login-verification --help\".";

    private static string Hide(string message, ParseResult parsed) => parsed.Tokens
        .Select(token => token.Value)
        .Where(Shown.MayBePhoneNumber)
        .OrderByDescending(value => value.Length)
        .Aggregate(message, (hidden, value) => hidden.Replace($"'{value}'", Shown.Quoted(value), StringComparison.Ordinal));
}
