namespace LoginVerification.Cli;

/// <summary>A database that keeps a walk's enrolment from run to run. What implements this alone names the providers: a walk in memory loads none of them.</summary>
internal interface IWalkStore
{
    /// <summary>What was written after <c>--store</c>, fit to be shown: neither user nor password.</summary>
    string Name { get; }

    /// <summary>Looks at the place before anything is written there, and makes sure of the key.</summary>
    /// <returns>The key of the codes: the same in every run.</returns>
    /// <exception cref="BadInputException">The place cannot be used.</exception>
    Task<byte[]> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Lets the service keep its enrolments there.</summary>
    void AddTo(LoginVerificationBuilder builder);

    /// <summary>Makes the tables, or brings them to this release's form.</summary>
    Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>What a failure says of the place, with the mend; null where it says nothing of it. The provider's own words may hold values, and are never repeated.</summary>
    string? Explain(Exception failure);
}
