using System.Globalization;

namespace SettingsPage;

/// <summary>The system's clock, ahead by the seconds that a file says: lets a test wait for a day. There is none outside of Development.</summary>
internal sealed class ShiftedClock(string file) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero);
}
