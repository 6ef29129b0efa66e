using System.Text.Json;
using System.Text.RegularExpressions;

namespace LoginVerification.Engine;

/// <summary>Says what is wrong with a stored document without repeating what stands in it.</summary>
internal static partial class StoredFault
{
    public static StoredDataException At(string path, string reason) => new($"The stored data cannot be used. {path}: {reason}");

    /// <summary>
    /// The serializer's own words. It is no inner exception, since those get logged, and the words can quote a key or a literal:
    /// their digits are hidden, and a path ends where it leaves the keys that a format can have.
    /// </summary>
    public static StoredDataException From(Exception failure)
    {
        var path = failure is JsonException { Path: { } known } ? KnownPath().Match(known).Value : "$";
        return At(path, Digit().Replace(WhereItStands().Replace(failure.Message, ""), "#"));
    }

    [GeneratedRegex(@"^\$(\.[A-Za-z]+|\[\d{1,4}\])*")]
    private static partial Regex KnownPath();

    [GeneratedRegex(@" (Path|LineNumber): .*$", RegexOptions.Singleline)]
    private static partial Regex WhereItStands();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();
}
