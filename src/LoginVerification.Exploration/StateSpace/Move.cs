namespace LoginVerification.Exploration;

/// <summary>What leads from one state of the model to the next.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Which one: of inputs its place in <see cref="PolicyModel.Inputs"/>, of exits its place on the screen; else 0.</param>
internal readonly record struct Move(MoveKind Kind, int Index = 0) : IComparable<Move>
{
    /// <summary>In the order in which moves are tried.</summary>
    public int CompareTo(Move other) => (Kind, Index).CompareTo((other.Kind, other.Index));
}

/// <summary>The kinds of moves, in the order in which they are tried.</summary>
internal enum MoveKind
{
    /// <summary>An input of the decision table.</summary>
    Input,

    /// <summary>The SMS with the newest code arrives.</summary>
    SmsArrives,

    /// <summary>The SMS with the newest code is lost.</summary>
    SmsLost,

    /// <summary>The device is lost.</summary>
    DeviceLost,

    /// <summary>The user registers a device, where the app channel is offered.</summary>
    DeviceRegistered,

    /// <summary>The user leaves the screen: by a link, or by opening a surface.</summary>
    Exit,
}
