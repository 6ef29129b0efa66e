using System.Globalization;
using System.Security.Cryptography;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>One of the accounts that a database is filled with; all of it follows from its number.</summary>
/// <param name="Index">From 0.</param>
internal readonly record struct StoredAccount(int Index)
{
    private const int OfAHundred = 98;

    /// <summary>An id as ASP.NET Core Identity makes it: random, so that neighbours lie far apart.</summary>
    public AccountId Account => AccountId.Parse(new Guid(SHA256.HashData(BitConverter.GetBytes(Index)).AsSpan(..16)).ToString());

    /// <summary>A Chinese mobile number of its own.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"+8613{Index:D9}");

    /// <summary>How many of submit, confirm and enable it was given: of a hundred accounts one has not confirmed its number yet, and one has not turned verification on.</summary>
    public int Commands => (Index % 100) switch { 0 => 1, 1 => 2, _ => 3 };

    public bool IsProtected => Commands == 3;

    /// <summary>One of the protected ones, but for the last tenth of the accounts.</summary>
    public static StoredAccount Random(int accounts) => OfTheFirst(accounts, System.Random.Shared.Next(accounts));

    /// <summary>How many those are.</summary>
    public static int CountOfTheFirst(int accounts) => accounts / 1000 * 9 * OfAHundred;

    /// <summary>The same one by one, each far from the one before, and after all of them the first one again.</summary>
    public static StoredAccount OfTheFirst(int accounts, int place) => Protected(0, accounts / 1000 * 9, place);

    /// <summary>The protected ones of the last tenth, one by one.</summary>
    public static StoredAccount OfTheLast(int accounts, int place) => Protected(accounts / 1000 * 9, accounts / 1000, place);

    private static StoredAccount Protected(int firstHundred, int hundreds, int place)
    {
        const long Stride = 1_000_003;
        var scattered = (int)(place * Stride % (hundreds * OfAHundred));
        return new(((firstHundred + (scattered / OfAHundred)) * 100) + 2 + (scattered % OfAHundred));
    }
}
