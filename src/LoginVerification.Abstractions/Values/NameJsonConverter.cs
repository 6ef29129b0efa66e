namespace LoginVerification.Engine;

/// <summary>A member of an enum as its name; a number is not read. Converters in the serializer's options go before it. Thread-safe.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class NameJsonConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
