using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>A typed "no".</summary>
internal sealed record RefusalJson(string Code, string Rule, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RetryAt)
{
    public static RefusalJson Of(Refusal refusal) => new(refusal.Code.ToString(), refusal.Source.ToString(), refusal.RetryAt?.ToString());
}
