namespace LoginVerification.Cli;

/// <summary>The users of one number, told apart by their accounts only where those fare otherwise.</summary>
internal static class UsersOfNumber
{
    /// <summary>What is said of each kind of account, with the attributes that it is told by: none where all fare alike.</summary>
    /// <param name="said">What is said of the users of one number.</param>
    /// <param name="accountOf">Of which accounts it is said.</param>
    /// <param name="fareOf">How those fare.</param>
    public static IEnumerable<(ValueList<AttributeValue> Account, IReadOnlyList<T> Said)> Of<T>(
        IEnumerable<T> said, Func<T, ValueList<AttributeValue>> accountOf, Func<IEnumerable<T>, string> fareOf)
    {
        var users = said.GroupBy(accountOf).ToList();
        return users.Select(fareOf).Distinct().Skip(1).Any()
            ? users.Select(user => (user.Key, (IReadOnlyList<T>)[.. user]))
            : [([], [.. users[0]])];
    }
}
