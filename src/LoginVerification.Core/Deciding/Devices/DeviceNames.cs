namespace LoginVerification.Engine;

/// <summary>What a device may be called.</summary>
internal static class DeviceNames
{
    /// <summary>The name without blanks around it, or null where it is none.</summary>
    public static string? Read(string typed)
    {
        var name = typed.Trim();
        return name.Length is >= 1 and <= AppDevice.MaxNameLength && WellFormed.Is(name) && !name.Any(char.IsControl) ? name : null;
    }
}
