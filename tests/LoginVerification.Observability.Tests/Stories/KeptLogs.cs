using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Observability.Tests;

/// <summary>Keeps all that is logged: text, values and exceptions.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(EventId Id, LogLevel Level, string Text)> lines = new();

    public IReadOnlyList<(EventId Id, LogLevel Level, string Text)> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        lines.Enqueue((eventId, logLevel, $"{formatter(state, exception)} {exception} {values}"));
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
