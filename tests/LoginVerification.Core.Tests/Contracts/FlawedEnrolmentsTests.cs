namespace LoginVerification.Tests;

/// <summary>A clause that cannot fail promises nothing: each one is shown an adapter that breaks it.</summary>
public sealed class FlawedEnrolmentsTests
{
    public static TheoryData<string> Clauses => [.. StoreFlaws.ByClause.Keys];

    [Theory]
    [MemberData(nameof(Clauses))]
    public async Task The_clause_catches_an_adapter_that_breaks_it(string clause) =>
        await Assert.ThrowsAsync<ContractViolationException>(() => new FlawedContract(StoreFlaws.ByClause[clause]).CheckAsync(clause));

    [Fact]
    public void Every_clause_is_shown_an_adapter_that_breaks_it() =>
        Assert.Equal(new InMemoryEnrolmentsContract().Clauses.Select(clause => clause.Name), StoreFlaws.ByClause.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Without_a_flaw_the_same_adapter_keeps_every_clause()
    {
        foreach (var clause in new FlawedContract(_ => { }).Clauses)
            await clause.CheckAsync();
    }

    [Fact]
    public async Task What_an_adapter_throws_is_a_breach_that_names_the_clause()
    {
        var contract = new FlawedContract(flawed => flawed.Load = _ => throw new NotSupportedException());

        var violation = await Assert.ThrowsAsync<ContractViolationException>(() => contract.CheckAsync("An account that never did anything loads as null"));

        Assert.Equal("An account that never did anything loads as null: the adapter threw NotSupportedException.", violation.Message);
        Assert.IsType<NotSupportedException>(violation.InnerException);
    }
}
