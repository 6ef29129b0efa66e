using Microsoft.Extensions.Logging;

namespace LoginVerification.Tests;

/// <summary>Keeps every line of every logger, exceptions and all.</summary>
internal sealed class RecordingLog : ILoggerFactory, ILogger
{
    private readonly List<string> lines = [];
    private readonly List<LogLevel> levels = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    /// <summary>The level of each line.</summary>
    public IReadOnlyList<LogLevel> Levels
    {
        get
        {
            lock (lines)
                return [.. levels];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
        {
            lines.Add($"{formatter(state, exception)} {exception}");
            levels.Add(logLevel);
        }
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
