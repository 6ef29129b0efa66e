namespace LoginVerification.Cli;

/// <summary>Finds a policy by what the user wrote: the name of a shipped one goes before a file of that name. Whichever it is, it is validated once.</summary>
internal static class PolicySource
{
    /// <summary>A policy to work with. One that is not valid is bad input.</summary>
    /// <exception cref="BadInputException">There is no such policy, or it is not valid.</exception>
    public static EnrolmentPolicy Load(string place, string nameOrFile)
    {
        if (NamedPolicies.Names.Contains(nameOrFile))
            return NamedPolicies.Load(nameOrFile);
        var reading = Read(place, nameOrFile);
        return reading.IsValid
            ? EnrolmentPolicy.Create(reading)
            : throw new BadInputException([.. reading.Errors.Select(error => $"{place} {Shown.Quoted(nameOrFile)}: {error}")]);
    }

    /// <summary>All that is wrong with a policy, and all that it can hardly mean. Of a shipped one, a test holds that both are nothing.</summary>
    /// <exception cref="BadInputException">There is no such policy, or the file cannot be read.</exception>
    public static (IReadOnlyList<PolicyError> Errors, IReadOnlyList<PolicyError> Warnings) Check(string place, string nameOrFile)
    {
        if (NamedPolicies.Names.Contains(nameOrFile))
            return ([], []);
        var reading = Read(place, nameOrFile);
        return (reading.Errors, reading.Warnings);
    }

    private static PolicyReading Read(string place, string file)
    {
        var named = string.Join(", ", NamedPolicies.Names);
        if (Directory.Exists(file))
            throw new BadInputException($"{place} {Shown.Quoted(file)} is a directory. Name a file in it, or a shipped policy: {named}.");
        if (!File.Exists(file))
            throw new BadInputException($"{place} {Shown.Quoted(file)} is neither a file nor a shipped policy. Name a file that exists, or one of: {named}.");
        try
        {
            using var stream = File.OpenRead(file);
            return PolicyFile.Read(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{place} {Shown.Quoted(file)} cannot be read ({failure.GetType().Name}). Make the file readable for you.");
        }
    }
}
