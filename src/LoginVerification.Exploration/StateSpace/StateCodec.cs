using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Numbers the states: a mixed-radix number of its parts, so that it takes one word and equal states are found without looking into them. From the
/// lowest digit: the SMS, the device, the shape, the screen, the class. Without its class a state has a smaller number, which the states of one
/// class are kept by. Immutable and thread-safe.
/// </summary>
internal sealed class StateCodec
{
    private const int Messages = 4;
    private const int Devices = 2;

    private readonly int shapes;
    private readonly int idsOfScreen;

    /// <exception cref="NotSupportedException">There are more states of one class than can be numbered.</exception>
    public StateCodec(int classes, int screens, int shapes)
    {
        SizeOfClass = (long)screens * shapes * Devices * Messages is var size and <= int.MaxValue
            ? (int)size
            : throw new NotSupportedException($"{screens} screens and {shapes} shapes make more states than can be numbered. Explore at a smaller scale, or a part of the policy.");
        Size = (long)classes * SizeOfClass;
        (this.shapes, idsOfScreen) = (shapes, shapes * Devices * Messages);
    }

    /// <summary>One more than the largest id.</summary>
    public long Size { get; }

    /// <summary>One more than the largest number of a state within its class.</summary>
    public int SizeOfClass { get; }

    // No id is larger than Size, which is checked: nothing overflows below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateId Pack(in ModelState state)
    {
        unchecked
        {
            var place = (state.Screen.Index * shapes) + state.Shape.Index;
            return new StateId(((long)state.Class.Index * SizeOfClass) + (((place * Devices) + (state.Device ? 1 : 0)) * Messages) + (int)state.Message);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ModelState Unpack(StateId id)
    {
        unchecked
        {
            var @class = ClassOf(id);
            var (devices, message) = Math.DivRem((uint)WithinClass(id, @class), Messages);
            var (places, device) = Math.DivRem(devices, Devices);
            var (screen, shape) = Math.DivRem(places, (uint)shapes);
            return new ModelState(@class, new ScreenId((int)screen), new ShapeId((int)shape), device != 0, (SmsDelivery)message);
        }
    }

    /// <summary>The class of a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassId ClassOf(StateId id) => unchecked(new ClassId((int)(id.Index / SizeOfClass)));

    /// <summary>The number of a state within its class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WithinClass(StateId id, ClassId @class) => unchecked((int)(id.Index - ((long)@class.Index * SizeOfClass)));

    /// <summary>The state of a class with a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateId InClass(ClassId @class, int state) => unchecked(new StateId(((long)@class.Index * SizeOfClass) + state));

    /// <summary>The same state on another screen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateId Moved(StateId id, ScreenId from, ScreenId to) => unchecked(new StateId(id.Index + ((to.Index - from.Index) * idsOfScreen)));
}
