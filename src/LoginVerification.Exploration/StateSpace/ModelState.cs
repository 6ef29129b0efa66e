namespace LoginVerification.Exploration;

/// <summary>A state of the model by its parts.</summary>
/// <param name="Class">Which numbers the user has.</param>
/// <param name="Screen">Where the user is.</param>
/// <param name="Shape">How the enrolment stands.</param>
/// <param name="Device">Whether a device is registered for the app channel.</param>
/// <param name="Message">What became of the SMS with the newest code.</param>
internal readonly record struct ModelState(ClassId Class, ScreenId Screen, ShapeId Shape, bool Device, SmsDelivery Message);

/// <summary>Names a state by one number: see <see cref="StateCodec"/>.</summary>
internal readonly record struct StateId(long Index);
