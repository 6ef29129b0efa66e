using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace LoginVerification.Secrecy.Tests;

/// <summary>
/// Makes an instance of a type by reflection, with secrets wherever it has room for one: through its constructor, its <c>Parse</c>, or a
/// maker by hand. Answers null for what it cannot make.
/// </summary>
internal sealed class Filler(IReadOnlyDictionary<Type, Func<object>> byHand)
{
    private const int Deepest = 12;
    private static readonly string[] Texts = ["text", "GB", Secrets.Number, "0123456789abcdef0123456789abcdef"];
    private readonly Stack<Type> making = new();

    public static Instant Instant { get; } = Instant.FromUtc(2031, 5, 6, 7, 8, 9) + Duration.FromMilliseconds(123);

    public object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Make(inner);
        if (byHand.TryGetValue(type, out var made))
            return made();
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
            return Silent(type);
        if (Simple(type) is { } simple)
            return simple;
        if (making.Count > Deepest || making.Contains(type))
            return null;
        making.Push(type);
        try
        {
            return Parsed(type) ?? Collection(type) ?? (type.IsAbstract ? FirstOf(type) : Constructed(type));
        }
        finally
        {
            making.Pop();
        }
    }

    private static object? Simple(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(PhoneInput) ? new PhoneInput(Secrets.Number)
        : type == typeof(CodeInput) ? new CodeInput(Secrets.Code)
        : type == typeof(Nonce) ? Nonce.Parse(Secrets.NonceHex)
        : type == typeof(byte[]) ? Secrets.Key
        : type == typeof(Instant) ? Instant
        : type == typeof(Duration) ? Duration.FromSeconds(30)
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(30)
        : type == typeof(Type) ? typeof(string)
        : type == typeof(Exception) ? new InvalidOperationException("text")
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsPrimitive ? Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>What a host would write there, and says nothing.</summary>
    private static Delegate Silent(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return Expression.Lambda(type, Expression.Default(invoke.ReturnType), invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
    }

    private static object? Parsed(Type type)
    {
        if (type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()]) is not { IsStatic: true } parse)
            return null;
        foreach (var text in Texts)
        {
            object?[] arguments = [text, null];
            if (parse.Invoke(null, arguments) is true)
                return arguments[1];
        }

        return null;
    }

    private object? Collection(Type type)
    {
        if (!type.IsGenericType || !type.IsAssignableTo(typeof(IEnumerable)))
            return null;
        var arguments = type.GetGenericArguments();
        var items = arguments.Select(Make).ToArray();
        if (items.Contains(null))
            return null;
        if (arguments.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            map.Add(items[0]!, items[1]);
            return map;
        }

        var list = Array.CreateInstance(arguments[0], 1);
        list.SetValue(items[0], 0);
        return type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(arguments).Invoke(null, [list])
            : type.IsInstanceOfType(list) ? list : null;
    }

    /// <summary>One of a closed set.</summary>
    private object? FirstOf(Type type) => type.Assembly.GetTypes()
        .Where(candidate => candidate is { IsAbstract: false, ContainsGenericParameters: false } && candidate.IsAssignableTo(type))
        .Select(Make)
        .FirstOrDefault(made => made is not null);

    private object? Constructed(Type type)
    {
        // What only the library makes is made as the library makes it.
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != type))
            .OrderByDescending(constructor => constructor.GetParameters().Length);
        foreach (var constructor in constructors)
        {
            var arguments = constructor.GetParameters().Select(parameter => Make(parameter.ParameterType)).ToArray();
            if (!arguments.Contains(null) && Invoked(constructor, arguments) is { } made)
                return WithProperties(type, made);
        }

        return type.IsValueType ? WithProperties(type, RuntimeHelpers.GetUninitializedObject(type)) : null;
    }

    private static object? Invoked(ConstructorInfo constructor, object?[] arguments)
    {
        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private object WithProperties(Type type, object made)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            if (Make(property.PropertyType) is { } value)
                property.SetValue(made, value);
        }

        foreach (var map in type.GetProperties().Where(property => property.SetMethod is null && property.GetIndexParameters().Length == 0 && property.GetValue(made) is IDictionary { IsReadOnly: false }))
        {
            if (Make(map.PropertyType) is IDictionary values)
            {
                foreach (DictionaryEntry entry in values)
                    ((IDictionary)map.GetValue(made)!)[entry.Key] = entry.Value;
            }
        }

        return made;
    }
}
