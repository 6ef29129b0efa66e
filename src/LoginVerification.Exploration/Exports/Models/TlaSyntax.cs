using System.Text.RegularExpressions;

namespace LoginVerification.Exploration;

/// <summary>How things are written in TLA+.</summary>
internal static partial class TlaSyntax
{
    /// <summary>The definition of an operator as a list of conjuncts or disjuncts.</summary>
    public static IEnumerable<string> Junction(string name, string sign, IEnumerable<string> members) => [$"{name} ==", .. members.Select(member => $"  {sign} {member}")];

    public static string Tuple(IEnumerable<string> names) => $"<<{string.Join(", ", names)}>>";

    /// <summary>The same with the signs of TLA+, where what has no parameters is not called.</summary>
    public static string Formula(string expression) => Signs().Replace(expression, sign => sign.Value switch
    {
        "==" => "=",
        "!=" => "#",
        "&&" => "/\\",
        "||" => "\\/",
        "!" => "~",
        "true" => "TRUE",
        "false" => "FALSE",
        _ => "",
    });

    [GeneratedRegex(@"==|!=|&&|\|\||!|\(\)|\btrue\b|\bfalse\b")]
    private static partial Regex Signs();
}
