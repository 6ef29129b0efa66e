namespace LoginVerification.Cli;

/// <summary>Finds a policy by what the user wrote: the name of a shipped one goes before a file of that name.</summary>
internal static class PolicySource
{
    /// <summary>A policy to work with. One that is not valid is bad input.</summary>
    /// <exception cref="BadInputException">There is no such policy, or it is not valid.</exception>
    public static EnrolmentPolicy Load(string place, string nameOrFile)
    {
        if (ShippedPolicies.Names.Contains(nameOrFile))
            return ShippedPolicies.Load(nameOrFile);
        var reading = Read(place, nameOrFile);
        return reading.IsValid
            ? EnrolmentPolicy.Create(reading.Document)
            : throw new BadInputException([.. reading.Errors.Select(error => $"{place} {Shown.Quoted(nameOrFile)}: {error}")]);
    }

    /// <summary>A policy to look at, with all that is wrong with it.</summary>
    /// <exception cref="BadInputException">There is no such policy, or the file cannot be read.</exception>
    public static PolicyReading Read(string place, string nameOrFile)
    {
        if (ShippedPolicies.Names.Contains(nameOrFile))
            return PolicyFile.Read(PolicyFile.Write(ShippedPolicies.Load(nameOrFile).Document));
        var shipped = string.Join(", ", ShippedPolicies.Names);
        if (Directory.Exists(nameOrFile))
            throw new BadInputException($"{place} {Shown.Quoted(nameOrFile)} is a directory. Name a file in it, or a shipped policy: {shipped}.");
        if (!File.Exists(nameOrFile))
            throw new BadInputException($"{place} {Shown.Quoted(nameOrFile)} is neither a file nor a shipped policy. Name a file that exists, or one of: {shipped}.");
        try
        {
            using var file = File.OpenRead(nameOrFile);
            return PolicyFile.Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{place} {Shown.Quoted(nameOrFile)} cannot be read ({failure.GetType().Name}). Make the file readable for you.");
        }
    }
}
