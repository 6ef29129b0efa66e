namespace LoginVerification.Tests.Policies;

/// <summary>Policy files for tests.</summary>
internal static class PolicyText
{
    /// <summary>A valid policy, on 11 lines; the tests break one place of it.</summary>
    public const string Small = """
        {
          "name": "small",
          "surfaces": [
            { "name": "web", "home": "settings", "screens": [
              { "name": "settings", "actions": [{ "action": "SubmitPhone", "then": "code" }, { "action": "EnableVerification" }] },
              { "name": "code", "actions": [{ "action": "ConfirmCode" }], "links": [{ "to": "web/settings" }] }
            ] }
          ],
          "rules": [{ "name": "a", "actions": ["SubmitPhone"], "countries": { "except": ["IL"] } }],
          "code": { "digits": 6 }
        }
        """;

    public static string With(string old, string @new)
    {
        Assert.Contains(old, Small, StringComparison.Ordinal);
        return Small.Replace(old, @new, StringComparison.Ordinal);
    }

    public static IReadOnlyList<PolicyError> ErrorsWith(string old, string @new) => PolicyFile.Read(With(old, @new)).Errors;

    /// <summary>The one error that the change makes, by its place.</summary>
    public static void AssertOneError(string old, string @new, string path, int line, string message)
    {
        var error = Assert.Single(ErrorsWith(old, @new));
        Assert.Equal((path, line), (error.Path, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
