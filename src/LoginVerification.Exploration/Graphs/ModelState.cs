namespace LoginVerification.Exploration;

/// <summary>A state of the product by its parts, each an index.</summary>
internal readonly record struct ModelState(int Class, int Page, int Shape, bool Device, SmsDelivery Message);
