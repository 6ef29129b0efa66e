using System.Globalization;
using System.Text.RegularExpressions;

namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>The models of sign-ins that lie beside this file, under other bounds.</summary>
internal static class HandWrittenModels
{
    public static string Promela(NaiveSignInRules rules) => Bounded("sign-in.pml", rules);

    public static string Murphi(NaiveSignInRules rules, int calm = 0) => With(Bounded("sign-in.m", rules), "CALM", calm);

    /// <summary>A constant of a model, which it has once, with another value.</summary>
    private static string With(string model, string constant, int value)
    {
        var definition = Definition(constant);
        Assert.Single(definition.Matches(model));
        return definition.Replace(model, match => match.Groups[1].Value + value.ToString(CultureInfo.InvariantCulture));
    }

    private static string Bounded(string file, NaiveSignInRules rules)
    {
        (string Constant, int Value)[] bounds =
        [
            ("MOST_SENDS", rules.MostSends),
            ("CODE_TRIES", rules.CodeTries),
            ("NUMBER_TRIES", rules.NumberTries),
            ("EVERY_FAILURES", rules.EveryFailures),
            ("FINAL_FAILURES", rules.FinalFailures),
            ("BACKUP_CODES", SignInSpace.IssuedCodes),
            ("NEW_CODE_ON_RESEND", rules.ResendMakesNewCode ? 1 : 0),
            ("STOP_REMOVES_PHONE", rules.StopRemovesPhone ? 1 : 0),
            ("DOUBT_DISABLES", rules.DoubtDisables ? 1 : 0),
        ];
        return bounds.Aggregate(Repository.Read($"tests/LoginVerification.Exploration.Tests/SignIns/{file}"), (model, bound) => With(model, bound.Constant, bound.Value));
    }

    /// <summary>As the one language, or the other, defines a number.</summary>
    private static Regex Definition(string constant) => new($@"^(#define {constant} |  {constant}: )\d+(?=;?$)", RegexOptions.Multiline);
}
