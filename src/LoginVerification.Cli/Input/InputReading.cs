using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads what was written after a verb, and collects what is wrong with it, so that everything is told at once.</summary>
internal sealed class InputReading
{
    private readonly List<string> complaints = [];

    public void Complain(string complaint) => complaints.Add(complaint);

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public void Finish()
    {
        if (complaints.Count > 0)
            throw new BadInputException([.. complaints]);
    }

    public EnrolmentPolicy? Policy(string written, string place = "--policy")
    {
        try
        {
            return PolicySource.Load(place, written);
        }
        catch (BadInputException bad)
        {
            complaints.AddRange(bad.Complaints);
            return null;
        }
    }

    public Surface? Surface(EnrolmentPolicy policy, string written)
    {
        var surface = policy.Screens.Surfaces.FirstOrDefault(surface => surface.Name == written);
        if (surface is null)
            Complain($"--from {Shown.Quoted(written)} is no surface of the policy \"{policy.Name}\". Write one of: {string.Join(", ", policy.Screens.Surfaces)}.");
        return surface;
    }

    public Carrier? Carrier(string? written)
    {
        if (written is null)
            return null;
        const string mend = "Write the carrier as the policy names it, or leave the option out.";
        if (written.Trim().Length is 0 or > LoginVerification.Carrier.MaxLength)
            Complain($"--carrier takes a name of 1 to {LoginVerification.Carrier.MaxLength} characters. {mend}");
        else if (!LoginVerification.Carrier.TryParse(written, out var carrier) || written.Any(char.IsControl))
            Complain($"--carrier has a character that no name has. {mend}");
        else if (Shown.MayBePhoneNumber(written))
            Complain("--carrier has digits alone. Write the carrier's name; the number belongs after --number.");
        else
            return carrier;
        return null;
    }

    /// <summary>Two letters, whether or not any country has them.</summary>
    public CountryCode? CountryLetters(string place, string written)
    {
        if (CountryCode.TryParse(written, out var country))
            return country;
        Complain($"{place} {Shown.Quoted(written)} is no country. Write its two ISO 3166-1 letters, for example IL.");
        return null;
    }

    /// <summary>A country that a policy can speak of.</summary>
    public CountryCode? Country(string place, string written)
    {
        if (CountryLetters(place, written) is not { } country)
            return null;
        if (Countries.Complaint(country) is not { } complaint)
            return country;
        Complain($"{place} {complaint}");
        return null;
    }

    /// <summary>A number of things, at least one; where none is stated, the one that is given.</summary>
    public int Count(string place, string? written, int unstated)
    {
        if (written is null)
            return unstated;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        Complain($"{place} takes a whole number of 1 to {int.MaxValue}. Write, for example, {place} {unstated}.");
        return unstated;
    }

    /// <summary>How much may be looked at, otherwise as it is by default.</summary>
    public ExplorationOptions Limits(string? mostStates, string? mostShapes)
    {
        var usual = new ExplorationOptions();
        return usual with { MostStates = Count("--max-states", mostStates, usual.MostStates), MostShapes = Count("--max-shapes", mostShapes, usual.MostShapes) };
    }

    public bool Device(string written)
    {
        if (written is not ("yes" or "no"))
            Complain($"--device {Shown.Quoted(written)} says nothing about a device. Write yes or no.");
        return written is "yes";
    }

    public RouteLinks Links(string written)
    {
        if (written is "all")
            return RouteLinks.All;
        if (written is not "visible")
            Complain($"--links {Shown.Quoted(written)} says nothing about links. Write visible or all.");
        return RouteLinks.Visible;
    }
}

/// <summary>What the user gave cannot be used. Each complaint names the place and the mend.</summary>
internal sealed class BadInputException(params IReadOnlyList<string> complaints) : Exception
{
    public IReadOnlyList<string> Complaints { get; } = complaints;
}
