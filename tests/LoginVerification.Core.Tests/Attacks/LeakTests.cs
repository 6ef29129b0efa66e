using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>Attack 9: codes and full numbers are searched for in logs, exceptions and the text of every public type.</summary>
public sealed class LeakTests(ITestOutputHelper output)
{
    private const string Number = "+447700900123";
    private const string Code = "271828";
    private static readonly string[] NotMade =
    [
        nameof(Caller), nameof(Explainer), nameof(LoginVerificationBuilder), nameof(OutboxDispatcher), nameof(EnrolmentPolicy), nameof(PolicyBuilder), nameof(PolicyInvalidException),
        nameof(PolicyReading), nameof(RuleBuilder), nameof(Screen), nameof(ScreenBuilder), nameof(ScreenMap), nameof(StoredDataException), nameof(SurfaceBuilder),
    ];

    [Fact]
    public void No_public_type_shows_a_number_or_a_code_as_text()
    {
        var types = new[] { typeof(Enrolment).Assembly, typeof(EnrolmentPolicy).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false } && !typeof(Delegate).IsAssignableFrom(type))
            .ToList();
        var shown = types.Select(type => (type, made: Make(type, 0))).Where(pair => pair.made is not null).Select(pair => (pair.type, text: pair.made!.ToString()!)).ToList();

        output.WriteLine($"{shown.Count} of {types.Count} public types made and shown.");
        // Made by the library alone, from services, a whole policy or faulty data; the caller is shown below.
        Assert.Equal(NotMade.Order(), types.Except(shown.Select(pair => pair.type)).Select(type => type.Name).Order());
        Assert.All(shown, pair => AssertClean(pair.text, pair.type.Name));
        AssertClean((Caller.User(AccountId.Parse("account-1"), Surface.Parse("web"), null) with { IdempotencyKey = Number, Language = Code }).ToString(), nameof(Caller));
        foreach (var holder in new[] { typeof(Enrolment), typeof(SubmitPhone), typeof(ConfirmCode), typeof(SmsMessage), typeof(PhoneSubmitted), typeof(PhoneDetails), typeof(EnrolmentChange), typeof(Facts) })
            Assert.Contains(shown, pair => pair.type == holder);
    }

    [Fact]
    public async Task No_log_and_no_exception_holds_a_number_or_a_code_whatever_fails()
    {
        var log = new RecordingLog();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<ILoggerFactory>(log));
        host.Phone.Fault = () => new HttpRequestException($"could not send to {Number}: {Code}");
        host.Owner.Fault = () => new InvalidOperationException($"no mail for {Number}");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.As("web", new ResendCode());
        var code = host.Phone.LastCode;
        await host.As("web", new ConfirmCode("000000" == code ? "111111" : "000000"));
        await host.As("web", new ConfirmCode(code));
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Dispatcher.DispatchDueAsync();
        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => host.As("nowhere", new SubmitPhone(Number)));

        output.WriteLine($"{log.Lines.Count} log lines searched.");
        Assert.NotEmpty(log.Lines);
        Assert.All([.. log.Lines, mistake.ToString()], line =>
        {
            AssertClean(line, "log");
            Assert.DoesNotContain(code, line, StringComparison.Ordinal);
        });
    }

    private static void AssertClean(string text, string where)
    {
        Assert.False(text.Contains(Number[1..], StringComparison.Ordinal), $"{where} shows the number.");
        Assert.False(text.Contains(Code, StringComparison.Ordinal), $"{where} shows the code.");
        Assert.False(Regex.IsMatch(text, @"\+\d{7,}"), $"{where} shows a number.");
    }

    /// <summary>Makes a value with a number and a code wherever its type has room for one.</summary>
    private static object? Make(Type type, int depth)
    {
        if (depth > 8 || type == typeof(Type))
            return null;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Make(inner, depth);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (Simple(type) is { } simple)
            return simple;
        if (type.Namespace!.StartsWith(nameof(LoginVerification), StringComparison.Ordinal) && type.GetMethod("Parse", [typeof(string)]) is { IsStatic: true } parse && parse.ReturnType == type)
            return parse.Invoke(null, ["text"]);
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return MakeList(type.GetGenericArguments()[0], depth);
        if (type.IsAbstract)
            return type.Assembly.GetTypes().Where(candidate => candidate is { IsAbstract: false } && candidate.IsSubclassOf(type)).Select(candidate => Make(candidate, depth + 1)).FirstOrDefault(made => made is not null);
        var constructor = type.GetConstructors().Where(candidate => candidate.GetParameters().All(parameter => parameter.ParameterType != type)).OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault();
        if (constructor is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        var arguments = constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1)).ToArray();
        if (arguments.Any(argument => argument is null))
            return null;
        object made;
        try
        {
            made = constructor.Invoke(arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }

        foreach (var property in type.GetProperties().Where(property => property is { CanWrite: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0))
        {
            if (Make(property.PropertyType, depth + 1) is { } value && (property.GetValue(made) is null or ICollection or IEnumerable) && property.PropertyType != typeof(string))
                property.SetValue(made, value);
        }

        return made;
    }

    private static object? Simple(Type type) =>
        type == typeof(PhoneNumber) ? PhoneNumber.Parse(Number)
        : type == typeof(PhoneInput) ? new PhoneInput(Number)
        : type == typeof(CodeInput) ? new CodeInput(Code)
        : type == typeof(SmsMessage) ? new SmsMessage("id", PhoneNumber.Parse(Number), Code)
        : type == typeof(EnrolmentId) ? EnrolmentId.Parse(new string('a', 32))
        : type == typeof(Nonce) ? Nonce.Parse(new string('a', 32))
        : type == typeof(CountryCode) ? CountryCode.Parse("GB")
        : type == typeof(string) ? "text"
        : type == typeof(Instant) ? Instant.FromUnixTimeSeconds(0)
        : type == typeof(Duration) ? Duration.Zero
        : type.IsPrimitive ? Activator.CreateInstance(type)
        : null;

    private static object? MakeList(Type item, int depth)
    {
        if (Make(item, depth + 1) is not { } made)
            return null;
        var items = Array.CreateInstance(item, 1);
        items.SetValue(made, 0);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [items]);
    }
}
