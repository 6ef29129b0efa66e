using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads properties that the user wrote, after <c>--that</c> and in a file; everything that is wrong with them is told at once.</summary>
internal static class WrittenProperties
{
    private const string InCommand = "--that";
    private const string InFile = "--properties";

    public static IReadOnlyList<PolicyProperty> Read(IReadOnlyList<string> written, string? file, EnrolmentPolicy policy, InputReading input)
    {
        var properties = written.Select(text => ReadOne(text, policy, input)).OfType<PolicyProperty>().ToList();
        if (file is not null)
            properties.AddRange(ReadFile(file, policy, input));
        foreach (var (name, _) in properties.Select(property => property.Name).Concat(PolicyProperties.All.Select(property => property.Name)).CountBy(name => name).Where(named => named.Value > 1))
            input.Complain($"Two properties are called {Shown.Quoted(name)}. Give yours a name that neither another one nor the library's has.");
        foreach (var property in properties.Where(property => Shown.MayBePhoneNumber(property.Name)))
            input.Complain($"A property is called {Shown.Quoted(property.Name)}, which may be a phone number. Give it a name with fewer digits: it is shown.");
        return properties;
    }

    private static PolicyProperty? ReadOne(string text, EnrolmentPolicy policy, InputReading input)
    {
        try
        {
            return PropertyLanguage.Parse(text, policy);
        }
        catch (PropertySyntaxException wrong)
        {
            input.Complain(Told(InCommand, text, wrong));
            return null;
        }
    }

    private static IReadOnlyList<PolicyProperty> ReadFile(string file, EnrolmentPolicy policy, InputReading input)
    {
        if (!File.Exists(file))
        {
            input.Complain($"{InFile} {Shown.Quoted(file)} is no file. Name one that exists, with a property a line: NAME: always (…).");
            return [];
        }

        try
        {
            var properties = PropertyLanguage.ParseLines(File.ReadAllText(file), policy, out var errors);
            foreach (var wrong in errors)
                input.Complain(Told(InFile, file, wrong));
            if (properties.Count + errors.Count == 0)
                input.Complain($"{InFile} {Shown.Quoted(file)} has no property. Write one a line: NAME: always (…).");
            return properties;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            input.Complain($"{InFile} {Shown.Quoted(file)} cannot be read ({failure.GetType().Name}). Make the file readable for you.");
            return [];
        }
    }

    private static string Told(string option, string place, PropertySyntaxException wrong) =>
        $"{option} {Shown.Quoted(place)}, line {wrong.Line}, column {wrong.Column}: {Shown.WithoutNumbers(wrong.Message)}";
}
