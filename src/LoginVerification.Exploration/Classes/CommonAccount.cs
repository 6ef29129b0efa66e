namespace LoginVerification.Exploration;

/// <summary>
/// An account as two policies see it. What both declare is the same under both; of a value that only one of them declares, the other one's can be
/// any, for nobody knows what such an account was, or will be.
/// </summary>
/// <param name="Left">Its attributes under the one.</param>
/// <param name="Right">Its attributes under the other.</param>
internal sealed record CommonAccount(ValueList<AttributeValue> Left, ValueList<AttributeValue> Right)
{
    /// <summary>Its attributes under both, those of the left policy first.</summary>
    public ValueList<AttributeValue> Both => [.. Left, .. Right.Where(known => Left.All(other => other.Name != known.Name))];

    /// <summary>Its attributes as they are told: those that are otherwise under the right policy stand there again, as <c>now paid=yes</c>. Null where neither policy declares any.</summary>
    public ValueList<AttributeValue>? Told => Both.Count == 0 ? null : [.. Both, .. Right.Except(Both).Select(known => known with { Name = $"now {known.Name}" })];

    public static IReadOnlyList<CommonAccount> Of(EnrolmentPolicy left, EnrolmentPolicy right)
    {
        return
        [
            .. from one in left.Gate.AccountKinds
               from other in right.Gate.AccountKinds
               where one.All(known => other.All(stated => stated.Name != known.Name || stated == known || !Declares(right, known) || !Declares(left, stated)))
               select new CommonAccount(one, other),
        ];

        static bool Declares(EnrolmentPolicy policy, AttributeValue known) =>
            policy.Document.AccountAttributes.Any(attribute => attribute.Name == known.Name && attribute.Values.Contains(known.Value));
    }
}
