using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RelateBot.TestSupport;

/// <summary>Keeps everything that was logged, to be searched for what must, or must not, be in it.</summary>
public sealed class Logs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public override string ToString() => string.Join('\n', lines);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(Logs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
