using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Packs a state into its id and back. Ids are dense, so that a set of states is a bit each. This is the one place that knows how: from the
/// lowest digit, the SMS, the device, the shape, the screen, the class. Immutable and thread-safe.
/// </summary>
internal sealed class StateCodec
{
    private const int Messages = 4;
    private const int Devices = 2;

    private readonly int screens;
    private readonly int shapes;
    private readonly int idsOfScreen;

    /// <exception cref="NotSupportedException">There are more states than can be numbered.</exception>
    public StateCodec(int classes, int screens, int shapes)
    {
        Size = (long)classes * screens * shapes * Devices * Messages is var size and <= int.MaxValue
            ? (int)size
            : throw new NotSupportedException($"{classes} classes of numbers, {screens} screens and {shapes} shapes make more states than can be numbered. Explore at a smaller scale, or a part of the policy.");
        (this.screens, this.shapes, idsOfScreen) = (screens, shapes, shapes * Devices * Messages);
    }

    /// <summary>One more than the largest id.</summary>
    public int Size { get; }

    // No id is larger than Size, which is checked: nothing overflows below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateId Pack(in ModelState state)
    {
        unchecked
        {
            var shape = (((state.Class.Index * screens) + state.Screen.Index) * shapes) + state.Shape.Index;
            return new StateId((((shape * Devices) + (state.Device ? 1 : 0)) * Messages) + (int)state.Message);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ModelState Unpack(StateId id)
    {
        unchecked
        {
            var (devices, message) = Math.DivRem((uint)id.Index, Messages);
            var (places, device) = Math.DivRem(devices, Devices);
            var (classesAndScreens, shape) = Math.DivRem(places, (uint)shapes);
            var (@class, screen) = Math.DivRem(classesAndScreens, (uint)screens);
            return new ModelState(new ClassId((int)@class), new ScreenId((int)screen), new ShapeId((int)shape), device != 0, (SmsDelivery)message);
        }
    }

    /// <summary>The same state on another screen.</summary>
    public StateId Moved(StateId id, ScreenId from, ScreenId to) => unchecked(new StateId(id.Index + ((to.Index - from.Index) * idsOfScreen)));
}
