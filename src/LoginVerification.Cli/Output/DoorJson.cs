using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A step that closed the way to the goal.</summary>
internal sealed record DoorJson(string Surface, string Screen, string Class, string Action, string Consequence, int Steps)
{
    public static DoorJson Of(TrapEntry door) => new(door.Surface.Name, door.Screen, door.Class.Name, door.Action, door.Consequence, door.TrappedStates);
}
