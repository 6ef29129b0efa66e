namespace LoginVerification.Policies;

/// <summary>Numbers that are nobody's, wherever a number has to be named and none is meant: +999 is assigned to no country.</summary>
internal static class UnassignedNumbers
{
    /// <summary>One of them: equal for equal indices, and different for different ones.</summary>
    /// <param name="index">0 to 9.</param>
    public static PhoneNumber At(int index) => index is >= 0 and <= 9
        ? PhoneNumber.Parse($"+99900000000{index}")
        : throw new ArgumentOutOfRangeException(nameof(index), index, "There are ten of them.");
}
